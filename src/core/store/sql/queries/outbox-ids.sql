-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages that have not left (?1 = 1: all of them), newest first.
SELECT id FROM message
WHERE ?1 OR state NOT IN ('accepted', 'withdrawn')
ORDER BY approved_at DESC, id;
