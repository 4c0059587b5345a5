-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists client ?1, or all of them when it is 0.
INSERT INTO listing_client (id, name_key, kind, city_key, email_key, archived, last_payment, left_out,
                            has_address, words)
SELECT c.id, c.name_key, c.kind, coalesce(fold(c.city), ''), coalesce(fold(c.email), ''), c.archived,
       (SELECT max(y.date) FROM payment y
        WHERE y.client_id = c.id AND y.removed_by IS NULL AND y.kind = 'payment'),
       iif(c.excluded IS NULL, NULL, coalesce(c.excluded_until, '9999-12-31')),
       coalesce(n.email, c.email) IS NOT NULL, w.words
FROM client c
JOIN client_words w ON w.id = c.id
LEFT JOIN contact n ON n.id = c.reminder_contact_id AND n.removed_by IS NULL
WHERE c.removed_by IS NULL AND (?1 = 0 OR c.id = ?1);
