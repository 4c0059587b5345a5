-- SPDX-License-Identifier: GPL-3.0-or-later
-- What client ?1 owes on day ?2, by currency: owed, overdue, credit, open invoices.
SELECT currency, sum(owed), sum(overdue), sum(credit), count(DISTINCT open_invoice)
FROM (SELECT currency, balance AS owed, iif(due < ?2, balance, 0) AS overdue, 0 AS credit,
             iif(balance > 0, invoice_id, NULL) AS open_invoice
      FROM instalment_state
      WHERE client_id = ?1
      UNION ALL
      SELECT y.currency, 0, 0,
             y.amount - (SELECT coalesce(sum(a.amount), 0)
                         FROM allocation a
                         JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
                         JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
                         WHERE a.payment_id = y.id),
             NULL
      FROM payment y
      WHERE y.client_id = ?1 AND y.removed_by IS NULL AND y.kind IN ('payment', 'credit-note'))
GROUP BY currency
HAVING sum(owed) > 0 OR sum(credit) > 0
ORDER BY sum(owed) DESC, currency;
