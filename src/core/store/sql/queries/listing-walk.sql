-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of the first ?1 rows of the listing, those that fit what is asked, in their order (the join cannot be
-- turned round); ?2 at most. Another order replaces the one that is written here.
SELECT f.id
FROM (SELECT l.id FROM listing l ORDER BY l.due ASC, l.id ASC LIMIT ?1) l
CROSS JOIN listing_fit f ON f.id = l.id
LIMIT ?2;
