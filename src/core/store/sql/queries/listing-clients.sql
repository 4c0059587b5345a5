-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients that hold the folded words ?1 (NULL for all), that owe (?2 = 1) or are late (?2 = 2) on day
-- ?3, in currency ?4 ('' for any); archived ones when words are given or ?5. Where several currencies
-- are owed the largest amount counts. Another order replaces the one that is written here.
SELECT l.id
FROM (SELECT k.*, coalesce(d.owed, 0) AS owed, coalesce(d.overdue, 0) AS overdue
      FROM listing_client k
      LEFT JOIN (SELECT client_id, max(owed) AS owed, max(overdue) AS overdue
                 FROM (SELECT client_id, sum(balance) AS owed, sum(iif(due < ?3, balance, 0)) AS overdue
                       FROM listing_part
                       WHERE balance > 0 AND (?4 = '' OR currency = ?4)
                       GROUP BY client_id, currency)
                 GROUP BY client_id) d ON d.client_id = k.id) l
WHERE (?1 IS NULL OR holds(l.words, ?1))
  AND (?1 IS NOT NULL OR ?5 OR l.archived = 0)
  AND (?4 = '' OR l.owed > 0)
  AND (?2 <> 1 OR l.owed > 0)
  AND (?2 <> 2 OR l.overdue > 0)
ORDER BY l.name_key ASC, l.id ASC;
