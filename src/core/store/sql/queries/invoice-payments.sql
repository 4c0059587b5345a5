-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was received for an invoice, oldest first: payment, date, the part for this invoice, means.
SELECT y.id, y.date, sum(a.amount), y.means
FROM instalment s
JOIN allocation a ON a.instalment_id = s.id
JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE s.invoice_id = ?1 AND s.removed_by IS NULL
GROUP BY y.id
ORDER BY y.date, y.id;
