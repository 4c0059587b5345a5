-- SPDX-License-Identifier: GPL-3.0-or-later
-- What attachment ?1 is: its id, invoice, name, media type, size.
SELECT a.id, a.invoice_id, d.name, d.media_type, length(d.content)
FROM attachment a JOIN document d ON d.id = a.document_id
WHERE a.id = ?1 AND a.removed_by IS NULL;
