-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every instalment of what was issued by day ?1 (NULL: of all), and each part by which it was lowered by then: instalment,
-- client, currency, issued, due, amount, part, its kind, its date. Added up by who asks: in the order of
-- the table and without groups, for it reads the whole book.
SELECT s.id, i.client_id, i.currency, i.issued, s.due, s.amount, iif(y.id IS NULL, 0, a.amount), y.kind, y.date
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL AND y.date <= coalesce(?1, '9999-12-31')
WHERE s.removed_by IS NULL AND i.issued <= coalesce(?1, '9999-12-31')
ORDER BY s.id;
