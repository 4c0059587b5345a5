-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first ?2 rows of the listing that fit what is asked, of those with the letters ?1. Another order
-- replaces the one that is written here.
SELECT l.id
FROM listing_words
CROSS JOIN listing_fit l ON l.id = listing_words.rowid
WHERE listing_words MATCH ?1
ORDER BY +l.due ASC, l.id ASC
LIMIT ?2;
