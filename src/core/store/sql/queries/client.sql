-- SPDX-License-Identifier: GPL-3.0-or-later
-- A client of the book.
SELECT id, name, kind, tone, address, language, title, excluded_until, hours_from, hours_to,
       archived, reminder_contact_id, erased_at, plan, situation, situation_since, first_name, last_name, email, phone, street,
       postcode, city, country, siren, siret, vat, iban, time_zone, terms, code, notes, excluded,
       situation_reason
FROM client
WHERE id = ?1 AND removed_by IS NULL;
