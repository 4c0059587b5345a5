-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lowered invoice ?1, money first and oldest first, then what was given up.
SELECT DISTINCT y.id
FROM instalment s
JOIN allocation a ON a.instalment_id = s.id
JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE s.invoice_id = ?1 AND s.removed_by IS NULL
ORDER BY y.kind IN ('write-off', 'replacement'), y.date, y.id;
