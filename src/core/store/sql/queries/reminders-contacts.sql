-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages of client ?1 (0: of all) that left or may leave, oldest first, each with the
-- instalments it speaks of: a row for each, or one without.
SELECT m.client_id, m.id, m.state, m.stage, iif(m.done_at > 0, m.done_at, m.approved_at), d.instalment_id
FROM message m
LEFT JOIN message_debt d ON d.message_id = m.id
WHERE m.state NOT IN ('withdrawn', 'refused')
  AND (?1 = 0 OR m.client_id = ?1)
ORDER BY m.client_id, 5, m.id;
