-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done last that was not taken back since, and can be? Not what was purged since.
SELECT c.id
FROM change c
WHERE c.kind NOT IN ('undo', 'client-erased')
  AND c.id > coalesce((SELECT CAST (value AS INTEGER) FROM setting WHERE key = 'purge-to'), 0)
  AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
ORDER BY c.id DESC
LIMIT 1;
