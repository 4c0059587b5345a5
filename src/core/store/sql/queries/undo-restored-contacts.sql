-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives contacts what they held before change ?1.
UPDATE contact
SET client_id = r.before ->> 'client_id', title = r.before ->> 'title',
    first_name = r.before ->> 'first_name', last_name = r.before ->> 'last_name',
    role = r.before ->> 'role', email = r.before ->> 'email', phone = r.before ->> 'phone'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'contact' AND r.entity_id = contact.id;
