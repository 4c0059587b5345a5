-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages to client ?1, newest first, ?2 at most:
-- id, when, state, stage, address, reason.
SELECT m.id, coalesce (nullif (m.done_at, 0), m.approved_at) AS at, m.state, m.stage, m.to_address,
       m.reason
FROM message m
WHERE m.client_id IN (SELECT c.id FROM client c WHERE c.id = ?1 OR c.merged_into = ?1)
ORDER BY at DESC, m.id
LIMIT ?2;
