-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for an invoice that somebody types, in order: id, nothing, name, media type, size.
SELECT a.id, a.invoice_id, d.name, d.media_type, length(d.content)
FROM attachment a JOIN document d ON d.id = a.document_id
WHERE a.invoice_id IS NULL AND a.payment_id IS NULL AND a.removed_by IS NULL
ORDER BY a.id;
