-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 4: how each client is reminded.

PRAGMA user_version = 4;

-- plan: how soon and how often the client hears from us. situation: what somebody said its debts are
-- (NULL: the rules decide), with the reason and the day on which it was said.
ALTER TABLE client ADD COLUMN plan TEXT NOT NULL DEFAULT 'regular'
  CHECK (plan = 'gentle' OR plan = 'regular' OR plan = 'brisk' OR plan = 'none');
ALTER TABLE client ADD COLUMN situation TEXT
  CHECK (situation = 'incident' OR situation = 'late' OR situation = 'unpaid');
ALTER TABLE client ADD COLUMN situation_reason TEXT;
ALTER TABLE client ADD COLUMN situation_since TEXT CHECK (length(situation_since) = 10);

-- What each row that can be edited holds now, as revision.before keeps it.
DROP VIEW snapshot;
CREATE VIEW snapshot AS
SELECT 'client' AS entity, id AS entity_id,
       json_object ('name', name, 'name_key', name_key, 'kind', kind, 'tone', tone, 'address', address,
                    'language', language, 'title', title, 'first_name', first_name,
                    'last_name', last_name, 'email', email, 'phone', phone, 'street', street,
                    'postcode', postcode, 'city', city, 'country', country, 'siren', siren,
                    'siret', siret, 'vat', vat, 'iban', iban, 'time_zone', time_zone,
                    'hours_from', hours_from, 'hours_to', hours_to, 'terms', terms, 'code', code,
                    'notes', notes, 'excluded', excluded, 'excluded_until', excluded_until,
                    'plan', plan, 'situation', situation, 'situation_reason', situation_reason,
                    'situation_since', situation_since, 'archived', archived,
                    'merged_into', merged_into, 'reminder_contact_id', reminder_contact_id) AS value
FROM client
UNION ALL
SELECT 'contact', id,
       json_object ('client_id', client_id, 'title', title, 'first_name', first_name,
                    'last_name', last_name, 'role', role, 'email', email, 'phone', phone)
FROM contact
UNION ALL
SELECT 'invoice', id,
       json_object ('client_id', client_id, 'number', number, 'issued', issued, 'currency', currency,
                    'total', total, 'label', label, 'type', type, 'means', means,
                    'due_source', due_source, 'reference', reference, 'corrects', corrects,
                    'excluded', excluded, 'excluded_until', excluded_until)
FROM invoice
UNION ALL
SELECT 'instalment', id, json_object ('due', due, 'amount', amount)
FROM instalment
UNION ALL
SELECT 'payment', id, json_object ('client_id', client_id)
FROM payment;
