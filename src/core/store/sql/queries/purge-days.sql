-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the changes after change ?1 were made, in their order: the first one of each quarter of an hour,
-- which is enough to tell the days of every time zone, and when.
SELECT id, at
FROM (SELECT id, at, lag (at) OVER (ORDER BY id) AS before FROM change WHERE id > ?1)
WHERE before IS NULL OR at / 900 <> before / 900
ORDER BY id;
