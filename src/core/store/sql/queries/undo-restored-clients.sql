-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives clients what they held before change ?1.
UPDATE client
SET name = r.before ->> 'name', name_key = r.before ->> 'name_key', kind = r.before ->> 'kind',
    tone = r.before ->> 'tone', address = r.before ->> 'address', language = r.before ->> 'language',
    title = r.before ->> 'title', first_name = r.before ->> 'first_name',
    last_name = r.before ->> 'last_name', email = r.before ->> 'email', phone = r.before ->> 'phone',
    street = r.before ->> 'street', postcode = r.before ->> 'postcode', city = r.before ->> 'city',
    country = r.before ->> 'country', siren = r.before ->> 'siren', siret = r.before ->> 'siret',
    vat = r.before ->> 'vat', iban = r.before ->> 'iban', time_zone = r.before ->> 'time_zone',
    hours_from = r.before ->> 'hours_from', hours_to = r.before ->> 'hours_to',
    terms = r.before ->> 'terms', code = r.before ->> 'code', notes = r.before ->> 'notes',
    excluded = r.before ->> 'excluded', excluded_until = r.before ->> 'excluded_until',
    plan = coalesce(r.before ->> 'plan', 'regular'), plan_id = r.before ->> 'plan_id',
    situation = r.before ->> 'situation',
    situation_reason = r.before ->> 'situation_reason', situation_since = r.before ->> 'situation_since',
    archived = coalesce(r.before ->> 'archived', 0), merged_into = r.before ->> 'merged_into',
    reminder_contact_id = r.before ->> 'reminder_contact_id'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'client' AND r.entity_id = client.id;
