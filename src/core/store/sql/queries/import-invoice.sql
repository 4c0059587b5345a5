-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoice ?2 of client ?1: what the document says, its instalments, all that lowered it, and the money
-- among that.
SELECT i.id, i.issued, i.currency, i.total, i.label IS NOT NULL, min(s.id), min(s.due), count(*), i.type,
       i.means, i.due_source, i.reference IS NOT NULL, i.corrects IS NOT NULL,
       (SELECT coalesce(sum(a.amount), 0)
        FROM instalment n
        JOIN allocation a ON a.instalment_id = n.id
        JOIN payment p ON p.id = a.payment_id AND p.removed_by IS NULL
        WHERE n.invoice_id = i.id AND n.removed_by IS NULL),
       (SELECT coalesce(sum(a.amount), 0)
        FROM instalment n
        JOIN allocation a ON a.instalment_id = n.id
        JOIN payment p ON p.id = a.payment_id AND p.removed_by IS NULL AND p.kind = 'payment'
        WHERE n.invoice_id = i.id AND n.removed_by IS NULL)
FROM invoice i
JOIN instalment s ON s.invoice_id = i.id AND s.removed_by IS NULL
WHERE i.client_id = ?1 AND i.number = ?2 AND i.removed_by IS NULL
GROUP BY i.id;
