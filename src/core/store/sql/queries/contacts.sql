-- SPDX-License-Identifier: GPL-3.0-or-later
-- The contacts of client ?1, in the order they were added.
SELECT id, title, first_name, last_name, role, email, phone
FROM contact
WHERE client_id = ?1 AND removed_by IS NULL
ORDER BY id;
