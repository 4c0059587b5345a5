-- SPDX-License-Identifier: GPL-3.0-or-later
-- When what was paid was last brought to the book, in UTC seconds; no row when it never was. What was undone does not count.
SELECT c.at
FROM change c
WHERE c.kind IN ('import', 'payment-added') AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
ORDER BY c.id DESC
LIMIT 1;
