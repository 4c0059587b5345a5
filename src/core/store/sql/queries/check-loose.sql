-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which payments count towards an instalment that a new schedule has removed?
SELECT DISTINCT y.id
FROM instalment s
JOIN allocation a ON a.instalment_id = s.id
JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE s.removed_by IS NOT NULL;
