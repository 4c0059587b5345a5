-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments that payment ?1 went to (0: none), and those of invoice ?2 (0: none), settled or not,
-- the oldest first; the columns of reminders-debts.sql.
SELECT s.client_id, s.invoice_id, s.id, s.number, i.label, s.currency, s.issued, i.total, s.due,
       s.amount, s.balance, i.excluded, i.excluded_until, i.means
FROM instalment_state s
JOIN invoice i ON i.id = s.invoice_id
WHERE s.id IN (SELECT a.instalment_id FROM allocation a WHERE a.payment_id = ?1
               UNION ALL
               SELECT o.id FROM instalment o WHERE o.invoice_id = ?2)
ORDER BY s.due, s.number, s.id;
