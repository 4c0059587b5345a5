-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients whose name, person or address holds ?1 (folded; NULL for all), by name; ?2 at most.
SELECT id
FROM client
WHERE removed_by IS NULL
  AND (?1 IS NULL OR instr(name_key, ?1) > 0 OR instr(fold(email), ?1) > 0
       OR instr(fold(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ?1) > 0)
ORDER BY name_key, id
LIMIT ?2;
