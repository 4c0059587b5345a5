-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lowers debts, or those of client ?1, as relance-record.h lists their columns. What was given up
-- or replaced of an invoice that was removed went with it.
SELECT y.id, y.client_id, y.kind, y.date, y.currency, y.amount, y.means, y.number, y.reference, y.note
FROM payment y
WHERE y.removed_by IS NULL AND (?1 = 0 OR y.client_id = ?1)
  AND (y.kind NOT IN ('write-off', 'replacement')
       OR EXISTS (SELECT 1 FROM allocation a
                  JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
                  JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
                  WHERE a.payment_id = y.id))
ORDER BY y.id;
