-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 6: reminder plans of one's own.

PRAGMA user_version = 6;

-- steps: as rules/relance-plan-text.h writes them, such as "first=due+3 second=contact+7".
CREATE TABLE reminder_plan (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  steps      TEXT NOT NULL CHECK (steps <> ''),
  added_by   INTEGER NOT NULL REFERENCES change (id),
  removed_by INTEGER REFERENCES change (id)
) STRICT;

CREATE UNIQUE INDEX reminder_plan_key ON reminder_plan (name_key) WHERE removed_by IS NULL;

-- plan_id: the plan of one's own that stands in place of client.plan.
ALTER TABLE client ADD COLUMN plan_id INTEGER REFERENCES reminder_plan (id);
CREATE INDEX client_plan ON client (plan_id) WHERE plan_id IS NOT NULL;

-- The rows that can be edited are more than there were.
CREATE TABLE revision_6 (
  change_id INTEGER NOT NULL REFERENCES change (id),
  entity    TEXT NOT NULL
            CHECK (entity = 'client' OR entity = 'contact' OR entity = 'invoice'
                   OR entity = 'instalment' OR entity = 'payment' OR entity = 'plan'),
  entity_id INTEGER NOT NULL,
  before    TEXT NOT NULL,
  PRIMARY KEY (change_id, entity, entity_id)
) STRICT, WITHOUT ROWID;

INSERT INTO revision_6 SELECT * FROM revision;
DROP TABLE revision;
ALTER TABLE revision_6 RENAME TO revision;
CREATE INDEX revision_entity ON revision (entity, entity_id);

CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'erasing')
BEGIN SELECT RAISE (ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_is_frozen BEFORE UPDATE ON revision
WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'erasing')
BEGIN SELECT RAISE (ABORT, 'revisions are append-only'); END;

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
                    'plan', plan, 'plan_id', plan_id,
                    'own_plan', (SELECT p.name FROM reminder_plan p WHERE p.id = plan_id),
                    'situation', situation, 'situation_reason', situation_reason,
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
FROM payment
UNION ALL
SELECT 'plan', id, json_object ('name', name, 'name_key', name_key, 'steps', steps)
FROM reminder_plan;
