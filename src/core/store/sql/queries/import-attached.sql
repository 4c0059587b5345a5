-- SPDX-License-Identifier: GPL-3.0-or-later
-- Is the document of hash ?1 attached to invoice ?2, to payment ?3, or, with neither, kept at all?
SELECT EXISTS (SELECT 1
               FROM document d
               JOIN attachment a ON a.document_id = d.id AND a.removed_by IS NULL
               WHERE d.sha256 = ?1
                 AND (a.invoice_id = ?2 OR a.payment_id = ?3 OR ?2 IS NULL AND ?3 IS NULL));
