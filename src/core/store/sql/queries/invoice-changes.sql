-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done to invoice ?1, newest first: change, when, what, by an import, taken back, detail,
-- payment's amount, currency, date and means, 0, payment's kind, number and note, its part for the
-- invoice, the invoice, nothing.
-- A payment that only moved with a new schedule is no news.
WITH spread (payment_id) AS
  (SELECT a.payment_id FROM instalment s JOIN allocation a ON a.instalment_id = s.id WHERE s.invoice_id = ?1
   UNION
   SELECT y.id
   FROM change c JOIN payment y ON y.client_id = c.client_id AND y.added_by = c.id
   WHERE c.invoice_id = ?1),
touched (payment_id) AS
  (SELECT payment_id FROM spread
   UNION
   SELECT n.id FROM spread t JOIN payment n ON n.replaces = t.payment_id),
deed (change_id, what, payment_id) AS
  (SELECT c.id, c.kind, NULL
   FROM change c
   WHERE c.invoice_id = ?1
     AND c.kind NOT IN ('undo', 'payment-added', 'credit-note-added', 'written-off', 'payment-removed')
   UNION ALL
   SELECT i.added_by, 'invoice-added', NULL FROM invoice i WHERE i.id = ?1
   UNION ALL
   SELECT DISTINCT c.id, 'invoice-edited', NULL
   FROM revision r JOIN change c ON c.id = r.change_id AND c.kind = 'import'
   WHERE r.entity = 'invoice' AND r.entity_id = ?1
      OR r.entity = 'instalment' AND r.entity_id IN (SELECT s.id FROM instalment s WHERE s.invoice_id = ?1)
   UNION ALL
   SELECT c.id,
          CASE WHEN y.replaces IS NOT NULL THEN 'payment-allocated'
               ELSE CASE y.kind WHEN 'payment' THEN 'payment-added' WHEN 'credit-note' THEN 'credit-note-added'
                                WHEN 'write-off' THEN 'written-off' ELSE 'invoice-replaced' END END,
          y.id
   FROM touched t
   JOIN payment y ON y.id = t.payment_id
   JOIN change c ON c.id = y.added_by
   WHERE c.kind IN ('import', 'payment-added', 'credit-note-added', 'written-off', 'payment-allocated')
      OR c.kind = 'invoice-replaced' AND y.replaces IS NOT NULL
   UNION ALL
   SELECT c.id, c.kind, y.id
   FROM touched t
   JOIN payment y ON y.id = t.payment_id
   JOIN change c ON c.client_id = y.client_id AND c.kind = 'payment-removed' AND CAST (c.detail AS INTEGER) = y.id)
SELECT c.id, c.at, d.what, o.kind = 'import', c.id <> d.change_id, o.detail, y.amount, y.currency, y.date,
       y.means, 0, y.kind, y.number, y.note,
       (SELECT coalesce(sum(a.amount), 0)
        FROM allocation a JOIN instalment s ON s.id = a.instalment_id AND s.invoice_id = ?1
        WHERE a.payment_id = y.id), ?1, NULL
FROM deed d
JOIN change o ON o.id = d.change_id
JOIN change c ON c.id = d.change_id OR c.undoes = d.change_id
LEFT JOIN payment y ON y.id = d.payment_id
ORDER BY c.at DESC, c.id DESC, d.what DESC, y.id DESC;
