-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done to client ?1 and its invoices, newest first, ?2 at most: change, when, what, by an
-- import, taken back, detail, payment's amount, currency, date and means, invoices that it added,
-- payment's kind, number and note, 0, the invoice when it is about one, stage of an exchange, which has
-- its date, channel and note in the place of a payment's. Not what was about a payment that
-- was purged since.
WITH import AS (SELECT added_by AS id FROM client WHERE id = ?1
                UNION SELECT added_by FROM invoice WHERE client_id = ?1
                UNION SELECT added_by FROM payment WHERE client_id = ?1),
     -- Corrections of several clients at once are nobody's own.
     common AS (SELECT c.id
                FROM revision r JOIN change c ON c.id = r.change_id
                WHERE r.entity = 'client' AND r.entity_id = ?1
                  AND c.kind = 'client-edited' AND c.client_id IS NULL)
SELECT c.id, c.at, coalesce(u.kind, c.kind), coalesce(u.kind, c.kind) = 'import', u.id IS NOT NULL,
       coalesce(u.detail, c.detail), y.amount, y.currency, coalesce(y.date, x.date),
       coalesce(y.means, x.channel),
       (SELECT count(*) FROM invoice i
        WHERE i.client_id = ?1 AND i.added_by = coalesce(u.id, c.id)),
       y.kind, y.number, coalesce(y.note, x.note), 0,
       (SELECT iif(count(*) = 1, min(i.id), 0)
        FROM invoice i
        WHERE i.removed_by IS NULL
          AND i.id IN (SELECT coalesce(u.invoice_id, c.invoice_id)
                       UNION ALL
                       SELECT a.id FROM invoice a
                       WHERE a.client_id = ?1 AND a.added_by = coalesce(u.id, c.id)
                       UNION ALL
                       SELECT s.invoice_id
                       FROM allocation l JOIN instalment s ON s.id = l.instalment_id
                       WHERE l.payment_id = y.id)),
       x.stage
FROM (SELECT * FROM change
      WHERE client_id = ?1 OR id IN (SELECT id FROM import) OR undoes IN (SELECT id FROM import)
         OR id IN (SELECT id FROM common) OR undoes IN (SELECT id FROM common)
      ORDER BY at DESC, id DESC
      LIMIT ?2) c
LEFT JOIN change u ON u.id = c.undoes
LEFT JOIN payment y ON y.id = CASE
                                WHEN coalesce(u.kind, c.kind) IN ('payment-added', 'credit-note-added',
                                                                  'written-off', 'payment-allocated')
                                  THEN (SELECT p.id FROM payment p
                                        WHERE p.client_id = ?1 AND p.added_by = coalesce(u.id, c.id))
                                WHEN coalesce(u.kind, c.kind) = 'payment-removed'
                                  THEN CAST (coalesce(u.detail, c.detail) AS INTEGER)
                              END
LEFT JOIN exchange x ON x.added_by = coalesce(u.id, c.id)
WHERE y.id IS NOT NULL
   OR coalesce(u.kind, c.kind) NOT IN ('payment-added', 'credit-note-added', 'written-off',
                                       'payment-allocated', 'payment-removed')
ORDER BY c.at DESC, c.id DESC;
