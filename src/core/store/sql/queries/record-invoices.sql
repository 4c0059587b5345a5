-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices, or those of client ?1, as relance-record.h lists their columns.
SELECT i.id, i.client_id, i.number, i.issued, i.currency, i.total, i.label, i.type, i.means,
       i.due_source, i.reference, i.corrects, i.excluded, i.excluded_until
FROM invoice i
WHERE i.removed_by IS NULL AND (?1 = 0 OR i.client_id = ?1)
ORDER BY i.id;
