-- SPDX-License-Identifier: GPL-3.0-or-later
-- What figures.sql says, of client ?1 alone.
-- (CROSS JOIN keeps the order that the indexes are for: a client has few of the book's invoices.)
SELECT s.id, i.client_id, i.currency, s.due, s.amount, i.issued, a.amount, y.date, y.kind = 'write-off',
       y.kind NOT IN ('payment', 'write-off')
FROM invoice i
CROSS JOIN instalment s ON s.invoice_id = i.id AND s.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE i.client_id = ?1 AND i.removed_by IS NULL
ORDER BY s.id;
