-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects client ?1; a reminder plan of one's own that is gone by now is none.
UPDATE client
SET name = ?2, name_key = ?3, kind = ?4, tone = ?5, address = ?6, language = ?7, title = ?8,
    excluded_until = ?9, hours_from = ?10, hours_to = ?11, archived = ?12, reminder_contact_id =
    ?13, plan = ?14, situation = ?15, situation_since = ?16,
    plan_id = (SELECT p.id FROM reminder_plan p WHERE p.id = ?17 AND p.removed_by IS NULL),
    first_name = ?18, last_name = ?19, email = ?20, phone = ?21, street = ?22, postcode = ?23,
    city = ?24, country = ?25, siren = ?26, siret = ?27, vat = ?28, iban = ?29, time_zone = ?30,
    terms = ?31, code = ?32, notes = ?33, excluded = ?34, situation_reason = ?35
WHERE id = ?1;
