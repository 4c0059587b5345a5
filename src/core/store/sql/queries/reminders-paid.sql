-- SPDX-License-Identifier: GPL-3.0-or-later
-- What payment ?1 (0: any) went to, settled or not, or the instalments of invoice ?2 (0: of any), the oldest first; the
-- columns of reminders-debts.sql.
SELECT s.client_id, s.invoice_id, s.id, s.number, i.label, s.currency, s.issued, i.total, s.due,
       s.amount, s.balance, i.excluded, i.excluded_until, i.means
FROM instalment_state s
JOIN invoice i ON i.id = s.invoice_id
WHERE (?1 = 0 OR s.id IN (SELECT a.instalment_id FROM allocation a WHERE a.payment_id = ?1))
  AND (?2 = 0 OR s.invoice_id = ?2)
ORDER BY s.due, s.number, s.id;
