-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which credit notes have no number, and which write-offs and replacements are not wholly for invoices?
SELECT y.id
FROM payment y
WHERE y.removed_by IS NULL
  AND (y.kind = 'credit-note' AND coalesce(y.number, '') = ''
       OR y.kind IN ('write-off', 'replacement')
          AND y.amount <> (SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.payment_id = y.id));
