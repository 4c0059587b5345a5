-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients whose name, person, address, city, number or contact holds ?1 (folded; NULL for all), by name;
-- ?2 at most. Archived ones only when they are looked for.
SELECT c.id
FROM client c
WHERE c.removed_by IS NULL
  AND (?1 IS NOT NULL OR c.archived = 0)
  AND (?1 IS NULL OR instr(c.name_key, ?1) > 0 OR instr(fold(c.email), ?1) > 0
       OR instr(fold(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '')), ?1) > 0
       OR instr(fold(c.city), ?1) > 0 OR instr(fold(c.siren), ?1) > 0 OR instr(fold(c.code), ?1) > 0
       OR EXISTS (SELECT 1 FROM contact t
                  WHERE t.client_id = c.id AND t.removed_by IS NULL
                    AND (instr(fold(t.email), ?1) > 0
                         OR instr(fold(coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, '')),
                                  ?1) > 0)))
ORDER BY c.name_key, c.id
LIMIT ?2;
