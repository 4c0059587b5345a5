-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every instalment of what was issued by day ?1 (NULL: of all), as it was then: client, currency, due, balance, amount,
-- when it was last lowered, how much of it was given up and credited, issued.
-- One pass in the order of the table, for it reads the whole book.
SELECT i.client_id, i.currency, s.due, s.amount - coalesce(sum(a.amount) FILTER (WHERE y.id IS NOT NULL), 0), s.amount,
       coalesce(max(y.date), i.issued), coalesce(sum(a.amount) FILTER (WHERE y.kind = 'write-off'), 0),
       coalesce(sum(a.amount) FILTER (WHERE y.kind NOT IN ('payment', 'write-off')), 0), i.issued
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL AND y.date <= coalesce(?1, '9999-12-31')
WHERE s.removed_by IS NULL AND i.issued <= coalesce(?1, '9999-12-31')
GROUP BY s.id;
