-- SPDX-License-Identifier: GPL-3.0-or-later
-- One page of the invoices that match: filter ?1, client ?2, currency ?3, folded words ?4, due dates
-- ?5 to ?6, today ?7; in the order of column ?8, descending when ?9; ?10 at most after the first ?11.
-- The conditions stand one by one, for SQLite looks no further than it must only there: inside a CASE
-- it would work out every balance and due date, asked for or not.
SELECT v.id
FROM invoice_state v
WHERE (?2 = 0 OR v.client_id = ?2)
  AND (?3 = '' OR v.currency = ?3)
  AND (?4 IS NULL OR instr(fold(v.number), ?4) > 0 OR instr(v.client_key, ?4) > 0
       OR instr(fold(v.label), ?4) > 0)
  AND (?1 NOT IN ('open', 'overdue') OR v.balance > 0)
  AND (?1 <> 'paid' OR v.balance = 0)
  AND (?1 <> 'overdue' OR v.due < ?7)
  AND (?5 IS NULL OR ?1 IN ('on-time', 'late', 'open-late') OR v.due >= ?5)
  AND (?6 IS NULL OR ?1 IN ('on-time', 'late', 'open-late') OR v.due <= ?6)
  AND (?1 NOT IN ('on-time', 'late', 'open-late')
       OR EXISTS (SELECT 1 FROM instalment_state s
                  WHERE s.invoice_id = v.id AND s.due < ?7
                    AND (?5 IS NULL OR s.due >= ?5) AND (?6 IS NULL OR s.due <= ?6)
                    AND (?1 <> 'on-time' OR s.settled <= s.due)
                    AND (?1 <> 'late' OR s.settled > s.due)
                    AND (?1 <> 'open-late' OR s.settled IS NULL)))
ORDER BY CASE WHEN NOT ?9 THEN
           CASE ?8 WHEN 'due' THEN v.due WHEN 'number' THEN v.number WHEN 'client' THEN v.client_key
                   WHEN 'issued' THEN v.issued WHEN 'total' THEN v.total WHEN 'balance' THEN v.balance
                   WHEN 'state' THEN iif(v.balance = 0, 2, v.due >= ?7) || v.due END END,
         CASE WHEN ?9 THEN
           CASE ?8 WHEN 'due' THEN v.due WHEN 'number' THEN v.number WHEN 'client' THEN v.client_key
                   WHEN 'issued' THEN v.issued WHEN 'total' THEN v.total WHEN 'balance' THEN v.balance
                   WHEN 'state' THEN iif(v.balance = 0, 2, v.due >= ?7) || v.due END END DESC,
         v.id
LIMIT ?10 OFFSET ?11;
