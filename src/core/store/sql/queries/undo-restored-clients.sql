-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives clients what they held before change ?1.
UPDATE client
SET name = r.before ->> 'name', name_key = r.before ->> 'name_key', kind = r.before ->> 'kind',
    tone = r.before ->> 'tone', address = r.before ->> 'address', language = r.before ->> 'language',
    title = r.before ->> 'title', first_name = r.before ->> 'first_name',
    last_name = r.before ->> 'last_name', email = r.before ->> 'email', phone = r.before ->> 'phone'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'client' AND r.entity_id = client.id;
