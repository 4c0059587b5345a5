-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is not settled of all clients, due before ?3; a client's rows stand together, the oldest first.
-- It looks at the whole book: for one client there is reminders-debts-of-client.sql.
SELECT s.client_id, s.invoice_id, s.id, s.number, i.label, s.currency, s.issued, i.total, s.due,
       s.amount, s.balance, i.excluded, i.excluded_until, i.means
FROM instalment_state s
JOIN invoice i ON i.id = s.invoice_id
WHERE s.balance > 0
  AND s.due < ?3
ORDER BY s.client_id, s.due, s.number, s.id;
