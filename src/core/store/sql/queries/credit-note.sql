-- SPDX-License-Identifier: GPL-3.0-or-later
-- Credit note ?1: id, client, its name, number, date, currency, amount, what counts towards no invoice
-- yet, note.
SELECT y.id, y.client_id, c.name, y.number, y.date, y.currency, y.amount,
       y.amount - (SELECT coalesce(sum(a.amount), 0)
                   FROM allocation a
                   JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
                   JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
                   WHERE a.payment_id = y.id),
       y.note
FROM payment y
JOIN client c ON c.id = y.client_id
WHERE y.id = ?1 AND y.kind = 'credit-note' AND y.removed_by IS NULL;
