-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes the words of client ?1 found, of the rows up to ?2.
INSERT INTO listing_words (rowid, words)
SELECT id, words FROM listing WHERE client_id = ?1 AND id <= ?2;
