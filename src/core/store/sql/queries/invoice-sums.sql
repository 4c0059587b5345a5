-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many invoices match, what they come to and what remains due, by currency: filter ?1, client ?2,
-- currency ?3, folded words ?4, due dates ?5 to ?6, today ?7.
SELECT v.currency, count(*), sum(v.total), sum(v.balance)
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
GROUP BY v.currency
ORDER BY sum(v.balance) DESC, v.currency;
