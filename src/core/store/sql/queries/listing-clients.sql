-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients that hold the folded words ?1 (NULL for all), that owe (?2 = 1), are late (?2 = 2) or owe
-- nothing (?2 = 3) on day ?3, in currency ?4 ('' for any), of kind ?6 ('' for any), that are left out of
-- reminders (?7 = 1) or have no address for them (?7 = 2); archived ones alone when ?5, else among the
-- others when words are given. Where several currencies are owed the largest amount counts. Another
-- order replaces the one that is written here.
SELECT l.id
FROM (SELECT k.*, iif(k.left_out >= ?3, k.left_out, '') AS reminders,
             coalesce((SELECT max(d.owed) FROM listing_debt d
                       WHERE d.client_id = k.id AND (?4 = '' OR d.currency = ?4)), 0) AS owed,
             coalesce((SELECT max(d.overdue) FROM listing_debt d
                       WHERE d.client_id = k.id AND (?4 = '' OR d.currency = ?4)), 0) AS overdue
      FROM listing_client k) l
WHERE (?1 IS NULL OR holds(l.words, ?1))
  AND iif(?5, l.archived, l.archived = 0 OR ?1 IS NOT NULL)
  AND (?4 = '' OR ?2 = 3 OR l.owed > 0)
  AND (?2 <> 1 OR l.owed > 0)
  AND (?2 <> 2 OR l.overdue > 0)
  AND (?2 <> 3 OR l.owed = 0)
  AND (?6 = '' OR l.kind = ?6)
  AND (?7 <> 1 OR l.reminders <> '')
  AND (?7 <> 2 OR NOT l.has_address)
ORDER BY l.name_key ASC, l.id ASC;
