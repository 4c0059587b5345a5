-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new client, added by change ?1; a reminder plan of one's own that is gone by now is none.
INSERT INTO client (added_by, name, name_key, kind, tone, address, language, title, excluded_until,
                    hours_from, hours_to, archived, reminder_contact_id, plan, situation,
                    situation_since, plan_id, first_name, last_name, email, phone, street, postcode,
                    city, country, siren, siret, vat, iban, time_zone, terms, code, notes, excluded,
                    situation_reason)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
       (SELECT p.id FROM reminder_plan p WHERE p.id = ?17 AND p.removed_by IS NULL), ?18, ?19, ?20,
       ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35;
