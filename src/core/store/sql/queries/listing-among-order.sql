-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first ?14 rows of each kind that ?1 asks for, for listing-fit: most often a page is found where the
-- order begins. Another order replaces the one that is written here.
SELECT id FROM (SELECT l.id FROM listing l
                WHERE ?1 & 3 AND l.kind = 1 ORDER BY l.due ASC, l.id ASC LIMIT ?14)
UNION ALL
SELECT id FROM (SELECT l.id FROM listing l
                WHERE ?1 & 4 AND l.kind = 4 ORDER BY l.due ASC, l.id ASC LIMIT ?14)
UNION ALL
SELECT id FROM (SELECT l.id FROM listing l
                WHERE ?1 & 8 AND l.kind = 8 ORDER BY l.due ASC, l.id ASC LIMIT ?14)
UNION ALL
SELECT id FROM (SELECT l.id FROM listing l
                WHERE ?1 & 16 AND l.kind = 16 ORDER BY l.due ASC, l.id ASC LIMIT ?14);
