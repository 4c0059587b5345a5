-- SPDX-License-Identifier: GPL-3.0-or-later
-- A client of the book, with the reminder plan of one's own that it has.
SELECT c.id, c.name, c.kind, c.tone, c.address, c.language, c.title, c.excluded_until, c.hours_from,
       c.hours_to, c.archived, c.reminder_contact_id, c.erased_at, c.plan, c.situation,
       c.situation_since, p.id, p.name, p.steps, c.first_name, c.last_name, c.email, c.phone, c.street,
       c.postcode, c.city, c.country, c.siren, c.siret, c.vat, c.iban, c.time_zone, c.terms, c.code,
       c.notes, c.excluded, c.situation_reason
FROM client c
LEFT JOIN reminder_plan p ON p.id = c.plan_id AND p.removed_by IS NULL
WHERE c.id = ?1 AND c.removed_by IS NULL;
