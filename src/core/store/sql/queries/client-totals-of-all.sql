-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every client owes on day ?1, by client and currency, as client-totals says it of one: client,
-- currency, owed, overdue, credit, open invoices. One pass in the order of the tables, for it reads
-- the whole book.
SELECT client_id, currency, sum(owed), sum(overdue), sum(credit), count(DISTINCT open_invoice)
FROM (SELECT i.client_id, i.currency, s.amount - sum(iif(y.id IS NULL, 0, a.amount)) AS owed,
             iif(s.due < ?1, s.amount - sum(iif(y.id IS NULL, 0, a.amount)), 0) AS overdue,
             0 AS credit, s.invoice_id AS open_invoice
      FROM instalment s
      JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
      LEFT JOIN allocation a ON a.instalment_id = s.id
      LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
      WHERE s.removed_by IS NULL
      GROUP BY s.id
      HAVING owed > 0
      UNION ALL
      SELECT y.client_id, y.currency, 0, 0, y.amount - sum(iif(i.id IS NULL, 0, a.amount)) AS credit,
             NULL
      FROM payment y
      LEFT JOIN allocation a ON a.payment_id = y.id
      LEFT JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
      LEFT JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
      WHERE y.removed_by IS NULL AND y.kind IN ('payment', 'credit-note')
      GROUP BY y.id
      HAVING credit > 0)
GROUP BY client_id, currency
ORDER BY client_id, sum(owed) DESC, currency;
