-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which payments are spread over more than was received, or in another currency or client?
SELECT y.id
FROM payment y
JOIN allocation a ON a.payment_id = y.id
JOIN instalment s ON s.id = a.instalment_id
JOIN invoice i ON i.id = s.invoice_id
WHERE y.removed_by IS NULL
GROUP BY y.id
HAVING sum(a.amount) > y.amount OR min(i.removed_by IS NOT NULL OR (i.currency = y.currency AND i.client_id = y.client_id)) = 0;
