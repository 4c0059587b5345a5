-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes the words of client ?1 found, of the rows up to ?2.
INSERT INTO listing_words (rowid, words)
SELECT t.id, t.words
FROM listing l
JOIN listing_text t ON t.id = l.id
WHERE l.client_id = ?1 AND l.id <= ?2;
