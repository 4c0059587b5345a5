-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new client, added by change ?1.
INSERT INTO client (added_by, name, name_key, kind, tone, address, language, title, excluded_until,
                    hours_from, hours_to, archived, reminder_contact_id, plan, situation,
                    situation_since, first_name, last_name, email, phone, street, postcode, city,
                    country, siren, siret, vat, iban, time_zone, terms, code, notes, excluded,
                    situation_reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
        ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34);
