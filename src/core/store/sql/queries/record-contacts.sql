-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts, or those of client ?1, as relance-record.h lists their columns.
SELECT t.id, t.client_id, t.title, t.first_name, t.last_name, t.role, t.email, t.phone
FROM contact t
JOIN client c ON c.id = t.client_id AND c.removed_by IS NULL
WHERE t.removed_by IS NULL AND (?1 = 0 OR t.client_id = ?1)
ORDER BY t.id;
