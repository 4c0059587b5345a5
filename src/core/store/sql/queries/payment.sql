-- SPDX-License-Identifier: GPL-3.0-or-later
-- A payment of the book, and the invoice it was recorded for.
SELECT y.id, y.client_id, y.date, y.amount, y.currency, y.means,
       coalesce((SELECT s.invoice_id FROM allocation a JOIN instalment s ON s.id = a.instalment_id
                 WHERE a.payment_id = y.id ORDER BY s.invoice_id LIMIT 1), c.invoice_id),
       y.kind, y.number, y.reference, y.note
FROM payment y
JOIN change c ON c.id = y.added_by
WHERE y.id = ?1 AND y.removed_by IS NULL;
