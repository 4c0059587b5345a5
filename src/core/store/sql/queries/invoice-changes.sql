-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done to invoice ?1, newest first: change, when, what, by an import, taken back, detail,
-- payment's amount, currency, date and means, 0.
WITH deed (change_id, what, payment_id) AS
  (SELECT c.id, c.kind,
          CASE c.kind WHEN 'payment-added' THEN (SELECT p.id FROM payment p
                                                 WHERE p.client_id = c.client_id AND p.added_by = c.id)
                      WHEN 'payment-removed' THEN CAST (c.detail AS INTEGER) END
   FROM change c
   WHERE c.invoice_id = ?1 AND c.kind <> 'undo'
   UNION ALL
   SELECT i.added_by, 'invoice-added', NULL FROM invoice i WHERE i.id = ?1
   UNION ALL
   SELECT DISTINCT c.id, 'invoice-edited', NULL
   FROM revision r JOIN change c ON c.id = r.change_id AND c.kind = 'import'
   WHERE r.entity = 'invoice' AND r.entity_id = ?1
      OR r.entity = 'instalment' AND r.entity_id IN (SELECT s.id FROM instalment s WHERE s.invoice_id = ?1)
   UNION ALL
   SELECT DISTINCT c.id, 'payment-added', y.id
   FROM instalment s
   JOIN allocation a ON a.instalment_id = s.id
   JOIN payment y ON y.id = a.payment_id
   JOIN change c ON c.id = y.added_by AND c.kind = 'import'
   WHERE s.invoice_id = ?1)
SELECT c.id, c.at, d.what, o.kind = 'import', c.id <> d.change_id, o.detail, y.amount, y.currency, y.date,
       y.means, 0
FROM deed d
JOIN change o ON o.id = d.change_id
JOIN change c ON c.id = d.change_id OR c.undoes = d.change_id
LEFT JOIN payment y ON y.id = d.payment_id
ORDER BY c.at DESC, c.id DESC, d.what DESC;
