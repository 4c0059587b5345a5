-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments, or those of client ?1, as relance-record.h lists their columns.
SELECT s.id, s.invoice_id, s.due, i.currency, s.amount
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
WHERE s.removed_by IS NULL AND (?1 = 0 OR i.client_id = ?1)
ORDER BY s.id;
