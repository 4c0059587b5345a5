-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages of client ?1 (0: of all) that left or may leave, to it or to one whose place it took,
-- oldest first, each with the instalments it speaks of: a row for each, or one without.
SELECT coalesce(c.merged_into, c.id), m.id, m.state, m.stage,
       iif(m.done_at > 0, m.done_at, m.approved_at), d.instalment_id
FROM message m
JOIN client c ON c.id = m.client_id
LEFT JOIN message_debt d ON d.message_id = m.id
WHERE m.state NOT IN ('withdrawn', 'refused')
  AND (?1 = 0 OR m.client_id IN (SELECT o.id FROM client o WHERE o.id = ?1 OR o.merged_into = ?1))
ORDER BY 1, 5, m.id;
