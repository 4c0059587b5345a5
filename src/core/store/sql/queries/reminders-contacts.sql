-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages of all clients that left or may leave, oldest first, each with the instalments it speaks
-- of: a row for each, or one without. What went to a client that was merged stands with the one that
-- took its place.
SELECT coalesce(c.merged_into, c.id), m.id, m.state, m.stage,
       iif(m.done_at > 0, m.done_at, m.approved_at), d.instalment_id
FROM message m
JOIN client c ON c.id = m.client_id
LEFT JOIN message_debt d ON d.message_id = m.id
WHERE m.state NOT IN ('withdrawn', 'refused')
ORDER BY 1, 5, m.id;
