-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes the words of ?2 rows of the listing found, from the one after ?1.
INSERT INTO listing_words (rowid, words)
SELECT id, words FROM listing_text WHERE id > ?1 ORDER BY id LIMIT ?2;
