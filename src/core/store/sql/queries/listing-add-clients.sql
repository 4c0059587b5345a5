-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists client ?1, or all of them when it is 0.
INSERT INTO listing_client (id, name_key, city_key, archived, last_payment, words)
SELECT c.id, c.name_key, coalesce(fold(c.city), ''), c.archived,
       (SELECT max(y.date) FROM payment y
        WHERE y.client_id = c.id AND y.removed_by IS NULL AND y.kind = 'payment'),
       w.words
FROM client c
JOIN client_words w ON w.id = c.id
WHERE c.removed_by IS NULL AND (?1 = 0 OR c.id = ?1);
