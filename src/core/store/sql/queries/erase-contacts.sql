-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the contacts of client ?1.
UPDATE contact
SET title = 'none', first_name = NULL, last_name = NULL, role = NULL, email = NULL, phone = NULL
WHERE client_id IN (SELECT id FROM client WHERE id = ?1 OR merged_into = ?1);
