-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?3 gives the document of attachment ?1, which waits, to invoice ?2.
INSERT INTO attachment (document_id, invoice_id, added_by)
SELECT document_id, ?2, ?3
FROM attachment
WHERE id = ?1 AND invoice_id IS NULL AND payment_id IS NULL AND removed_by IS NULL;
