-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which invoices have an instalment that has received more than it asks for? Removed ones too, for they may
-- be brought back.
SELECT s.invoice_id
FROM allocation a
JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
JOIN instalment s ON s.id = a.instalment_id
GROUP BY s.id
HAVING sum(a.amount) > s.amount;
