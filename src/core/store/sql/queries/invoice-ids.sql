-- SPDX-License-Identifier: GPL-3.0-or-later
-- One page of the invoices that match: states ?1, client ?2, currency ?3, folded words ?4, due dates
-- ?5 to ?6, dates of issue ?7 to ?8, totals ?9 to ?10, a part of the on-time rate ?11, today ?12; in the
-- order of column ?13, descending when ?14; ?15 at most after the first ?16.
-- The conditions stand one by one, for SQLite looks no further than it must only there: inside a CASE
-- it would work out every balance and due date, asked for or not.
SELECT v.id
FROM invoice_state v
WHERE (?2 = 0 OR v.client_id = ?2)
  AND (?3 = '' OR v.currency = ?3)
  AND (?7 IS NULL OR v.issued >= ?7) AND (?8 IS NULL OR v.issued <= ?8)
  AND (?9 IS NULL OR v.total >= ?9) AND (?10 IS NULL OR v.total <= ?10)
  AND (?4 IS NULL
       OR holds(fold(v.number) || char(10) || coalesce(fold(v.label), '') || char(10)
                || (SELECT w.words FROM client_words w WHERE w.id = v.client_id), ?4))
  AND ((?1 & 12) <> 0 OR v.balance > 0)
  AND ((?1 & 3) <> 0 OR v.balance = 0)
  AND ((?1 & 15) = 15
       OR (?1 & CASE WHEN v.balance = 0 THEN iif(v.written_off > 0, 8, 4)
                     WHEN (?1 & 3) = 3 THEN 3
                     ELSE iif(v.due < ?12, 2, 1) END) <> 0)
  AND (?5 IS NULL OR ?11 <> '' OR v.due >= ?5)
  AND (?6 IS NULL OR ?11 <> '' OR v.due <= ?6)
  AND (?11 = ''
       OR EXISTS (SELECT 1 FROM instalment_state s
                  WHERE s.invoice_id = v.id AND s.due < ?12
                    AND (?5 IS NULL OR s.due >= ?5) AND (?6 IS NULL OR s.due <= ?6)
                    AND (?11 <> 'on-time' OR s.settled <= s.due)
                    AND (?11 <> 'late' OR s.settled > s.due)
                    AND (?11 <> 'open-late' OR s.settled IS NULL)))
ORDER BY CASE WHEN NOT ?14 THEN
           CASE ?13 WHEN 'due' THEN v.due WHEN 'number' THEN v.number WHEN 'client' THEN v.client_key
                    WHEN 'label' THEN coalesce(fold(v.label), '')
                    WHEN 'issued' THEN v.issued WHEN 'total' THEN v.total WHEN 'balance' THEN v.balance
                    WHEN 'state' THEN (v.balance <= 0) || v.due END END,
         CASE WHEN ?14 THEN
           CASE ?13 WHEN 'due' THEN v.due WHEN 'number' THEN v.number WHEN 'client' THEN v.client_key
                    WHEN 'label' THEN coalesce(fold(v.label), '')
                    WHEN 'issued' THEN v.issued WHEN 'total' THEN v.total WHEN 'balance' THEN v.balance
                    WHEN 'state' THEN (v.balance <= 0) || v.due END END DESC,
         CASE WHEN NOT ?14 THEN v.id END, v.id DESC
LIMIT ?15 OFFSET ?16;
