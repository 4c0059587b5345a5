-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first ?14 rows of the listing, for listing-fit: most often a page is found where the order begins.
-- Another order replaces the one that is written here.
SELECT l.id FROM listing l ORDER BY l.due ASC, l.id ASC LIMIT ?14;
