-- SPDX-License-Identifier: GPL-3.0-or-later
-- Says by which words to find what is listed of client ?1.
INSERT INTO listing_text (id, words)
SELECT l.id,
       fold(l.number) || char(10) || coalesce(fold(iif(l.id > 0, i.label, y.note)), '') || char(10) || k.words
       || char(10, 10)
FROM listing l
JOIN listing_client k ON k.id = l.client_id
LEFT JOIN invoice i ON i.id = l.id
LEFT JOIN payment y ON y.id = -l.id
WHERE l.client_id = ?1;
