-- SPDX-License-Identifier: GPL-3.0-or-later
-- The aggregates of `relance-cli dashboard`, as the sqlite3 shell computes them
-- over the same book: owed, overdue, aged balance, and how each month's were settled.
CREATE TEMP TABLE state AS
SELECT i.client_id, i.currency, s.due, s.amount,
       s.amount - coalesce(sum(a.amount) FILTER (WHERE y.id IS NOT NULL), 0) AS balance,
       max(y.date) AS paid_on
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
GROUP BY s.id;

SELECT currency, sum(balance), sum(balance) FILTER (WHERE due < :today),
       count(DISTINCT client_id) FILTER (WHERE due < :today),
       CASE WHEN due >= :today THEN 0
            WHEN julianday(:today) - julianday(due) <= 30 THEN 1
            WHEN julianday(:today) - julianday(due) <= 60 THEN 2
            WHEN julianday(:today) - julianday(due) <= 90 THEN 3
            ELSE 4 END AS band, count(*)
FROM state WHERE balance > 0 GROUP BY currency, band;

SELECT currency, substr(due, 1, 7) AS month,
       count(*) FILTER (WHERE balance = 0 AND paid_on <= due),
       count(*) FILTER (WHERE balance = 0 AND paid_on > due),
       count(*) FILTER (WHERE balance > 0)
FROM state WHERE due < :today AND due >= :since GROUP BY currency, month;
