-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every instalment with what lowered it, a row for each of that: id, client, currency, due, amount, issued; how much it was
-- lowered by, when, whether that was given up, whether credited.
-- One pass in the order of the table, for it reads the whole book; to add up here would take half as long again. What was
-- due before ?1 (NULL: nothing is left out) and one payment settled, as most were, is left out before its payment is read.
SELECT s.id, i.client_id, i.currency, s.due, s.amount, i.issued, a.amount, y.date, y.kind = 'write-off',
       y.kind NOT IN ('payment', 'write-off')
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE s.removed_by IS NULL
  AND (?1 IS NULL OR s.due >= ?1
       OR NOT EXISTS (SELECT 1 FROM allocation
                      WHERE instalment_id = s.id AND amount >= s.amount
                        AND payment_id NOT IN (SELECT id FROM payment WHERE removed_by IS NOT NULL)))
ORDER BY s.id;
