-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was received or credited by day ?1 (NULL: ever) and counted towards no invoice of then: currency, whether it is a
-- credit note, how many, amount.
-- One pass in the order of the table, for it reads the whole book.
SELECT currency, kind = 'credit-note', count(*), sum(unused)
FROM (SELECT y.currency, y.kind, y.amount - coalesce(sum(a.amount) FILTER (WHERE i.id IS NOT NULL), 0) AS unused
      FROM payment y
      LEFT JOIN allocation a ON a.payment_id = y.id
      LEFT JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
      LEFT JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL AND i.issued <= coalesce(?1, '9999-12-31')
      WHERE y.removed_by IS NULL AND y.kind IN ('payment', 'credit-note') AND y.date <= coalesce(?1, '9999-12-31')
      GROUP BY y.id
      HAVING unused > 0)
GROUP BY currency, kind;
