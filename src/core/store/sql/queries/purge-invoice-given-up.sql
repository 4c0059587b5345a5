-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was given up or replaced of invoice ?1, those first that took the place of others.
SELECT DISTINCT y.id
FROM instalment s
JOIN allocation a ON a.instalment_id = s.id
JOIN payment y ON y.id = a.payment_id AND y.kind IN ('write-off', 'replacement')
WHERE s.invoice_id = ?1
ORDER BY y.id DESC;
