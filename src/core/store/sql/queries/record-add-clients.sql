-- SPDX-License-Identifier: GPL-3.0-or-later
-- A client of an export, added by change ?1: the columns as relance-record.h lists them; ?36 is the
-- folded name, in the place of the reminder contact. An export of an earlier version says no plan; a
-- plan of one's own, named ?31, is in the book by now. Its steps are ?32.
INSERT INTO client (added_by, name, kind, tone, address, language, title, first_name, last_name, email,
                    phone, street, postcode, city, country, siren, siret, vat, iban, time_zone,
                    hours_from, hours_to, terms, code, notes, excluded, excluded_until, archived,
                    erased_at, plan, plan_id, situation, situation_reason, situation_since, name_key)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
       ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, coalesce(?30, 'regular'),
       (SELECT p.id FROM reminder_plan p
        WHERE p.name = ?31 AND p.removed_by IS NULL AND ?32 IS NOT NULL),
       ?33, ?34, ?35, ?36;
