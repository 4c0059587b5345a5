-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients named ?2 to the letter, else those of the folded name ?1.
SELECT c.id
FROM client c
WHERE c.name_key = ?1 AND c.removed_by IS NULL
  AND (c.name = ?2
       OR NOT EXISTS (SELECT 1 FROM client e
                      WHERE e.name_key = ?1 AND e.name = ?2 AND e.removed_by IS NULL))
ORDER BY c.id;
