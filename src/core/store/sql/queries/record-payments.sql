-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lowers debts, or those of client ?1, as relance-record.h lists their columns.
SELECT y.id, y.client_id, y.kind, y.date, y.currency, y.amount, y.means, y.number, y.reference, y.note
FROM payment y
WHERE y.removed_by IS NULL AND (?1 = 0 OR y.client_id = ?1)
ORDER BY y.id;
