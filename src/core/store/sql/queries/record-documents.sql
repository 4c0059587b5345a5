-- SPDX-License-Identifier: GPL-3.0-or-later
-- The documents, or those of client ?1, as relance-record.h lists their columns, but for the content.
SELECT a.id, d.name, d.media_type, d.sha256, i.id, y.id
FROM attachment a
JOIN document d ON d.id = a.document_id
LEFT JOIN invoice i ON i.id = a.invoice_id AND i.removed_by IS NULL
LEFT JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
WHERE a.removed_by IS NULL
  AND (a.invoice_id IS NULL OR i.id IS NOT NULL) AND (a.payment_id IS NULL OR y.id IS NOT NULL)
  AND (?1 = 0 OR i.client_id = ?1 OR y.client_id = ?1)
ORDER BY a.id;
