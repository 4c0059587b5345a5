-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every instalment that is open or fell due since ?1: client, currency, due, balance, amount, settled. What was given up was
-- settled late, however early that was.
-- One pass in the order of the table, for it reads the whole book.
SELECT i.client_id, i.currency, s.due, s.amount - coalesce(sum(a.amount) FILTER (WHERE y.id IS NOT NULL), 0)
         AS balance,
       s.amount, coalesce(max(iif(y.kind = 'write-off', max(y.date, date(s.due, '+1 day')), y.date)), i.issued)
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE s.removed_by IS NULL
GROUP BY s.id
HAVING s.due >= ?1 OR balance > 0;
