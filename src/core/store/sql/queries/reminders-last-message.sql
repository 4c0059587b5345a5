-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last message to client ?1, or to one whose place it took, when it did not arrive or nobody knows whether it did: id.
SELECT last.id
FROM (SELECT m.id, m.state
      FROM message m
      WHERE m.client_id IN (SELECT c.id FROM client c WHERE c.id = ?1 OR c.merged_into = ?1) AND m.state <> 'withdrawn'
      ORDER BY m.approved_at DESC, m.id DESC
      LIMIT 1) last
WHERE last.state IN ('refused', 'unknown');
