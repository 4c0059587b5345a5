-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices that were removed by change ?1 or before it and may go for good; ?2 at most. Not those that a
-- message spoke of; nor those with a write-off or a replacement that does not go along, for it would be
-- left without its invoice. The last id stays, so that it is not given again.
SELECT i.id
FROM invoice i
WHERE i.removed_by <= ?1
  AND i.id < (SELECT max(id) FROM invoice)
  AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.invoice_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM message_debt d WHERE d.invoice_id = i.id)
  AND NOT EXISTS (SELECT 1
                  FROM instalment s
                  JOIN allocation a ON a.instalment_id = s.id
                  JOIN payment y ON y.id = a.payment_id AND y.kind IN ('write-off', 'replacement')
                  WHERE s.invoice_id = i.id
                    AND (y.removed_by > ?1
                         OR y.id = (SELECT max(id) FROM payment)
                         OR EXISTS (SELECT 1
                                    FROM allocation o
                                    JOIN instalment n ON n.id = o.instalment_id
                                    WHERE o.payment_id = y.id AND n.invoice_id <> i.id)
                         OR EXISTS (SELECT 1
                                    FROM payment r
                                    WHERE r.replaces = y.id
                                      AND NOT EXISTS (SELECT 1
                                                      FROM allocation o
                                                      JOIN instalment n ON n.id = o.instalment_id
                                                      WHERE o.payment_id = r.id AND n.invoice_id = i.id))))
LIMIT ?2;
