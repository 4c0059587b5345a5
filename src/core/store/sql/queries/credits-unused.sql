-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments and credit notes of the clients ?1 to ?2 of which a part counts towards nothing, while their client owes something
-- in that currency: id, name of the client, currency, that part. Oldest first.
WITH unused AS MATERIALIZED (
  SELECT y.id, y.client_id, y.currency, y.date,
         y.amount - (SELECT coalesce(sum(a.amount), 0) FROM allocation a WHERE a.payment_id = y.id) AS credit
  FROM payment y
  WHERE y.client_id BETWEEN ?1 AND ?2 AND y.removed_by IS NULL AND y.kind IN ('payment', 'credit-note')
)
SELECT u.id, c.name, u.currency, u.credit
FROM unused u
JOIN client c ON c.id = u.client_id AND c.removed_by IS NULL
WHERE u.credit > 0
  AND EXISTS (SELECT 1
              FROM invoice i
              JOIN instalment s ON s.invoice_id = i.id AND s.removed_by IS NULL
              WHERE i.client_id = u.client_id AND i.currency = u.currency AND i.removed_by IS NULL
                AND s.amount > (SELECT coalesce(sum(a.amount), 0)
                                FROM allocation a
                                JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
                                WHERE a.instalment_id = s.id))
ORDER BY u.date, u.id;
