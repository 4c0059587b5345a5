-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages of client ?1 that may still leave.
SELECT count(*)
FROM message
WHERE client_id IN (SELECT id FROM client WHERE id = ?1 OR merged_into = ?1)
  AND state NOT IN ('accepted', 'withdrawn', 'handed-over', 'refused');
