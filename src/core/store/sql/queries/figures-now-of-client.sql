-- SPDX-License-Identifier: GPL-3.0-or-later
-- What figures.sql says, of client ?2 alone.
SELECT i.client_id, i.currency, s.due, s.amount - coalesce(sum(a.amount) FILTER (WHERE y.id IS NOT NULL), 0)
         AS balance,
       s.amount, coalesce(max(iif(y.kind = 'write-off', max(y.date, date(s.due, '+1 day')), y.date)), i.issued)
FROM invoice i
JOIN instalment s ON s.invoice_id = i.id AND s.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE i.client_id = ?2 AND i.removed_by IS NULL
GROUP BY s.id
HAVING s.due >= ?1 OR balance > 0;
