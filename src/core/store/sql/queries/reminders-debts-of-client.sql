-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is not settled of client ?1 (0: of the one of invoice ?2), of invoice ?2 (0: of all of theirs),
-- due before ?3, the oldest first; the columns of reminders-debts.sql.
SELECT s.client_id, s.invoice_id, s.id, s.number, i.label, s.currency, s.issued, i.total, s.due,
       s.amount, s.balance, i.excluded, i.excluded_until, i.means
FROM instalment_state s
JOIN invoice i ON i.id = s.invoice_id
WHERE s.client_id = iif(?1 <> 0, ?1, (SELECT o.client_id FROM invoice o WHERE o.id = ?2))
  AND (?2 = 0 OR s.invoice_id = ?2)
  AND s.balance > 0
  AND s.due < ?3
ORDER BY s.due, s.number, s.id;
