-- SPDX-License-Identifier: GPL-3.0-or-later
-- What figures.sql says of what was issued by day ?1 (NULL: of all), as it was then. An invoice that was replaced later has
-- what moved to its correction since, unless that was taken back there.
WITH RECURSIVE
  replaced (invoice_id, change_id) AS (
    SELECT s.invoice_id, r.added_by
    FROM payment r
    JOIN allocation a ON a.payment_id = r.id
    JOIN instalment s ON s.id = a.instalment_id
    WHERE r.kind = 'replacement' AND r.removed_by IS NULL AND r.date > ?1
  ),
  moved (id) AS (
    SELECT replaces FROM payment WHERE replaces IS NOT NULL AND removed_by IS NULL
    UNION
    SELECT y.replaces FROM moved JOIN payment y USING (id) WHERE y.replaces IS NOT NULL
  )
SELECT s.id, i.client_id, i.currency, s.due, s.amount, i.issued, a.amount, y.date, y.kind = 'write-off',
       y.kind NOT IN ('payment', 'write-off')
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
LEFT JOIN allocation a ON a.instalment_id = s.id
LEFT JOIN payment y ON y.id = a.payment_id AND y.date <= coalesce(?1, '9999-12-31')
  AND (y.removed_by IS NULL
       OR (i.id, y.removed_by) IN (SELECT invoice_id, change_id FROM replaced) AND y.id IN moved)
WHERE s.removed_by IS NULL AND i.issued <= coalesce(?1, '9999-12-31')
ORDER BY s.id;
