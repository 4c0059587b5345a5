-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients, or client ?1 alone, as relance-record.h lists their columns.
SELECT c.id, c.name, c.kind, c.tone, c.address, c.language, c.title, c.first_name, c.last_name, c.email,
       c.phone, c.street, c.postcode, c.city, c.country, c.siren, c.siret, c.vat, c.iban, c.time_zone,
       c.hours_from, c.hours_to, c.terms, c.code, c.notes, c.excluded, c.excluded_until, c.archived,
       c.erased_at, c.plan, p.name, p.steps, c.situation, c.situation_reason, c.situation_since,
       (SELECT t.id FROM contact t WHERE t.id = c.reminder_contact_id AND t.removed_by IS NULL)
FROM client c
LEFT JOIN reminder_plan p ON p.id = c.plan_id AND p.removed_by IS NULL
WHERE c.removed_by IS NULL AND (?1 = 0 OR c.id = ?1)
ORDER BY c.id;
