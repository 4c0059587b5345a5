-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages to client ?1, or to one whose place it took, that left or may leave; the columns and
-- the order of reminders-contacts.sql.
SELECT ?1, m.id, m.state, m.stage, iif(m.done_at > 0, m.done_at, m.approved_at), d.instalment_id
FROM message m
LEFT JOIN message_debt d ON d.message_id = m.id
WHERE m.client_id IN (SELECT c.id FROM client c WHERE c.id = ?1 OR c.merged_into = ?1)
  AND m.state NOT IN ('withdrawn', 'refused')
ORDER BY 5, m.id;
