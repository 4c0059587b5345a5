-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every instalment of client ?1, with the columns of "figures-as-of".
-- (CROSS JOIN keeps the order that the indexes are for: a client has few of the book's invoices.)
SELECT i.client_id, i.currency, s.due, s.amount - coalesce(sum(a.amount) FILTER (WHERE y.id IS NOT NULL), 0), s.amount,
       coalesce(max(y.date), i.issued), coalesce(sum(a.amount) FILTER (WHERE y.kind = 'write-off'), 0),
       coalesce(sum(a.amount) FILTER (WHERE y.kind NOT IN ('payment', 'write-off')), 0), i.issued
FROM invoice i
CROSS JOIN instalment s ON s.invoice_id = i.id AND s.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE i.client_id = ?1 AND i.removed_by IS NULL
GROUP BY s.id;
