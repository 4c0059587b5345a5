-- SPDX-License-Identifier: GPL-3.0-or-later
-- The credit notes that say which invoice they credit and are not used up: id, client, the number of
-- that invoice. Of the clients ?1 to ?2: one, or all.
SELECT y.id, y.client_id, y.reference
FROM payment y
WHERE y.client_id BETWEEN ?1 AND ?2 AND y.kind = 'credit-note' AND y.reference IS NOT NULL AND y.reference <> ''
  AND y.removed_by IS NULL
  AND y.amount > (SELECT COALESCE(SUM(a.amount), 0)
                  FROM allocation a
                  JOIN instalment s ON s.id = a.instalment_id
                  JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
                  WHERE a.payment_id = y.id)
ORDER BY y.client_id, y.date, y.id;
