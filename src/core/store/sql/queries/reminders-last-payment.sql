-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last payment of client ?1 that went to its invoice ?2 (0: to any): id, date, the part for it, currency, means.
SELECT y.id, y.date, sum(a.amount), y.currency, y.means
FROM payment y
JOIN allocation a ON a.payment_id = y.id
JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
WHERE y.client_id = ?1 AND (?2 = 0 OR s.invoice_id = ?2) AND y.kind = 'payment' AND y.removed_by IS NULL
GROUP BY y.id
ORDER BY y.date DESC, y.id DESC
LIMIT 1;
