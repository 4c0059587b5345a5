-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments of client ?1, or of its invoice ?2 (0: of all), and what lowered each of them when: invoice,
-- number, currency, instalment, due, amount; then kind, date and the part for it, or nothing.
-- (CROSS JOIN keeps the order that the indexes are for: a client has few of the book's invoices.)
SELECT i.id, i.number, i.currency, s.id, s.due, s.amount, y.kind, y.date, a.amount
FROM invoice i
CROSS JOIN instalment s ON s.invoice_id = i.id AND s.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE i.client_id = ?1 AND (?2 = 0 OR i.id = ?2) AND i.removed_by IS NULL
ORDER BY i.issued, i.number, i.id, s.due, s.id, y.date, y.id;
