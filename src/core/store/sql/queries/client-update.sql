-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects client ?1.
UPDATE client
SET name = ?2, name_key = ?3, kind = ?4, tone = ?5, address = ?6, language = ?7, title = ?8,
    excluded_until = ?9, hours_from = ?10, hours_to = ?11, archived = ?12, reminder_contact_id =
    ?13, first_name = ?14, last_name = ?15, email = ?16, phone = ?17, street = ?18, postcode = ?19,
    city = ?20, country = ?21, siren = ?22, siret = ?23, vat = ?24, iban = ?25, time_zone = ?26,
    terms = ?27, code = ?28, notes = ?29, excluded = ?30
WHERE id = ?1;
