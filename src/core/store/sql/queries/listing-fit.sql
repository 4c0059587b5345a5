-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of the listing that match, ?13 at most: states ?1, client ?2 or 0, currency ?3 or '', folded
-- words ?4, due dates ?5 to ?6, dates of issue ?7 to ?8, totals ?9 to ?10, a part of the on-time rate ?11
-- or '' (then the due dates are those of instalments), today ?12. Another order replaces the one that is
-- written here; a listing-among-… may stand for the listing, where all that match are among its rows.
SELECT l.id, l.currency, l.total, l.balance
FROM listing l
WHERE (?1 & iif(l.kind = 1 AND l.due < ?12, 2, l.kind)) <> 0
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
