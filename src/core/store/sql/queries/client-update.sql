-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects client ?1.
UPDATE client
SET name = ?2, name_key = ?3, kind = ?4, tone = ?5, address = ?6, language = ?7, title = ?8,
    excluded_until = ?9, hours_from = ?10, hours_to = ?11, archived = ?12, reminder_contact_id =
    ?13, plan = ?14, situation = ?15, situation_since = ?16, first_name = ?17, last_name = ?18,
    email = ?19, phone = ?20, street = ?21, postcode = ?22, city = ?23, country = ?24, siren = ?25,
    siret = ?26, vat = ?27, iban = ?28, time_zone = ?29, terms = ?30, code = ?31, notes = ?32,
    excluded = ?33, situation_reason = ?34
WHERE id = ?1;
