-- SPDX-License-Identifier: GPL-3.0-or-later
-- The attachment of the document of hash ?1 to invoice ?2, or while it waits where that is nothing.
SELECT a.id
FROM document d
JOIN attachment a ON a.document_id = d.id AND a.removed_by IS NULL
WHERE d.sha256 = ?1 AND a.payment_id IS NULL AND a.invoice_id IS ?2
LIMIT 1;
