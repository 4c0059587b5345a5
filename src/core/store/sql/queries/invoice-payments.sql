-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lowered an invoice, oldest first: payment, date, the part for this invoice, means, kind, number,
-- note, all of it, and whether a part of it is for another invoice.
SELECT y.id, y.date, sum(a.amount), y.means, y.kind, y.number, y.note, y.amount,
       EXISTS (SELECT 1
               FROM allocation o
               JOIN instalment n ON n.id = o.instalment_id AND n.invoice_id <> ?1
               JOIN invoice i ON i.id = n.invoice_id AND i.removed_by IS NULL
               WHERE o.payment_id = y.id)
FROM instalment s
JOIN allocation a ON a.instalment_id = s.id
JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE s.invoice_id = ?1 AND s.removed_by IS NULL
GROUP BY y.id
ORDER BY y.date, y.id;
