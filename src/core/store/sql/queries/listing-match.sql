-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows that match as in listing-fit among those with the letters ?14; ?13 at most.
SELECT l.id
FROM listing_words
CROSS JOIN listing l ON l.id = listing_words.rowid
WHERE listing_words MATCH ?14
  AND (?1 & iif(l.kind = 1 AND l.due < ?12, 2, l.kind)) <> 0
  AND (?2 = 0 OR l.client_id = ?2)
  AND (?3 = '' OR l.currency = ?3)
  AND (?7 IS NULL OR l.issued >= ?7)
  AND (?8 IS NULL OR l.issued <= ?8)
  AND (?9 IS NULL OR abs(l.total) >= ?9)
  AND (?10 IS NULL OR abs(l.total) <= ?10)
  AND (?5 IS NULL OR ?11 <> '' AND l.settlement = 8 OR l.due >= ?5)
  AND (?6 IS NULL OR ?11 <> '' AND l.settlement = 8 OR l.due <= ?6)
  AND (?11 = ''
       OR l.settlement = CASE ?11 WHEN 'on-time' THEN 1 WHEN 'late' THEN 2 ELSE 4 END AND l.due < ?12
       OR l.settlement = 8
          AND EXISTS (SELECT 1 FROM listing_part p
                      WHERE p.invoice_id = l.id AND p.due < ?12
                        AND (?5 IS NULL OR p.due >= ?5) AND (?6 IS NULL OR p.due <= ?6)
                        AND (?11 <> 'on-time' OR p.settled <= p.due)
                        AND (?11 <> 'late' OR p.settled > p.due)
                        AND (?11 <> 'open-late' OR p.settled IS NULL)))
  AND (?4 IS NULL OR holds((SELECT t.words FROM listing_text t WHERE t.id = l.id), ?4))
ORDER BY l.due ASC, l.id ASC
LIMIT ?13;
