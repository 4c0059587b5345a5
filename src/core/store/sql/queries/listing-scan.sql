-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first ?1 rows of the listing that fit what is asked, by looking at each. Another order replaces
-- the one that is written here.
SELECT l.id FROM listing_fit l ORDER BY +l.due ASC, l.id ASC LIMIT ?1;
