-- SPDX-License-Identifier: GPL-3.0-or-later
-- One page of the invoices that match: filter ?1, client ?2, currency ?3, folded words ?4, due dates
-- ?5 to ?6, today ?7; in the order of column ?8, descending when ?9; ?10 at most after the first ?11.
SELECT v.id
FROM invoice_state v
WHERE (?2 = 0 OR v.client_id = ?2)
  AND (?3 = '' OR v.currency = ?3)
  AND (?4 IS NULL OR instr (fold (v.number), ?4) > 0 OR instr (v.client_key, ?4) > 0
       OR instr (fold (v.label), ?4) > 0)
  AND CASE ?1
        WHEN 'all' THEN (?5 IS NULL OR v.due >= ?5) AND (?6 IS NULL OR v.due <= ?6)
        WHEN 'paid' THEN v.balance = 0 AND (?5 IS NULL OR v.due >= ?5) AND (?6 IS NULL OR v.due <= ?6)
        WHEN 'open' THEN v.balance > 0 AND (?5 IS NULL OR v.due >= ?5) AND (?6 IS NULL OR v.due <= ?6)
        WHEN 'overdue' THEN v.due < ?7 AND (?5 IS NULL OR v.due >= ?5) AND (?6 IS NULL OR v.due <= ?6)
                            AND v.balance > 0
        ELSE EXISTS (SELECT 1 FROM instalment_state s
                     WHERE s.invoice_id = v.id AND (?5 IS NULL OR s.due >= ?5)
                       AND (?6 IS NULL OR s.due <= ?6) AND s.due < ?7
                       AND CASE ?1 WHEN 'on-time' THEN s.settled <= s.due
                                   WHEN 'late' THEN s.settled > s.due
                                   WHEN 'open-late' THEN s.settled IS NULL END)
      END
ORDER BY CASE WHEN NOT ?9 THEN
           CASE ?8 WHEN 'due' THEN v.due WHEN 'number' THEN v.number WHEN 'client' THEN v.client_key
                   WHEN 'issued' THEN v.issued WHEN 'total' THEN v.total WHEN 'balance' THEN v.balance
                   WHEN 'state' THEN iif (v.balance = 0, 2, v.due >= ?7) END END,
         CASE WHEN ?9 THEN
           CASE ?8 WHEN 'due' THEN v.due WHEN 'number' THEN v.number WHEN 'client' THEN v.client_key
                   WHEN 'issued' THEN v.issued WHEN 'total' THEN v.total WHEN 'balance' THEN v.balance
                   WHEN 'state' THEN iif (v.balance = 0, 2, v.due >= ?7) END END DESC,
         iif (?8 = 'due', '', v.due), v.id
LIMIT ?10 OFFSET ?11;
