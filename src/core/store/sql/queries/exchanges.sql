-- SPDX-License-Identifier: GPL-3.0-or-later
-- The exchanges with client ?1 (0: with all) and with those whose place it took, oldest first; or the
-- one whose id is ?2.
SELECT e.id, coalesce(c.merged_into, c.id), e.date, e.channel, e.stage, e.note, e.added_by
FROM exchange e
JOIN client c ON c.id = e.client_id
WHERE e.removed_by IS NULL
  AND (?2 = 0 OR e.id = ?2)
  AND (?1 = 0 OR e.client_id IN (SELECT o.id FROM client o WHERE o.id = ?1 OR o.merged_into = ?1))
ORDER BY e.date, e.id;
