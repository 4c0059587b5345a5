-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every instalment of what was issued by day ?1 (NULL: of all) that is open or fell due since ?2 (NULL: ever), as it was then:
-- client, currency, issued, due, amount, balance, when it was last lowered, how much of it was credited and given up.
-- One pass in the order of the table, for it reads the whole book.
SELECT i.client_id, i.currency, i.issued, s.due, s.amount,
       s.amount - coalesce(sum(a.amount) FILTER (WHERE y.id IS NOT NULL), 0) AS balance, max(y.date),
       coalesce(sum(a.amount) FILTER (WHERE y.kind NOT IN ('payment', 'write-off')), 0),
       coalesce(sum(a.amount) FILTER (WHERE y.kind = 'write-off'), 0)
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL AND y.date <= coalesce(?1, '9999-12-31')
WHERE s.removed_by IS NULL AND i.issued <= coalesce(?1, '9999-12-31')
GROUP BY s.id
HAVING s.due >= coalesce(?2, '') OR balance > 0;
