-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is not settled: of client ?1 (0: of all), of invoice ?2 (0: of all), due before ?3; a
-- client's rows stand together, the oldest first.
SELECT s.client_id, s.invoice_id, s.id, s.number, i.label, s.currency, s.issued, i.total, s.due,
       s.amount, s.balance, i.excluded, i.excluded_until, i.means
FROM instalment_state s
JOIN invoice i ON i.id = s.invoice_id
WHERE s.balance > 0
  AND (?1 = 0 OR s.client_id = ?1)
  AND (?2 = 0 OR s.invoice_id = ?2)
  AND s.due < ?3
ORDER BY s.client_id, s.due, s.number, s.id;
