-- SPDX-License-Identifier: GPL-3.0-or-later
-- How payments are spread, or those of client ?1, as relance-record.h lists their columns.
SELECT a.payment_id, a.instalment_id, y.currency, a.amount
FROM payment y
JOIN allocation a ON a.payment_id = y.id
JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
WHERE y.removed_by IS NULL AND (?1 = 0 OR y.client_id = ?1)
ORDER BY a.payment_id, a.instalment_id;
