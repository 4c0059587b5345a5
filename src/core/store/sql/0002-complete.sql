-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 2: all that an entrepreneur records about who owes what.

PRAGMA user_version = 2;

-- hours_from, hours_to: minutes after midnight in time_zone. terms: as base/relance-terms.h writes
-- them. code: the client's account in an accounting export. excluded: why no reminder is sent, until
-- excluded_until where that is known. merged_into: the client that took this one's place.
ALTER TABLE client ADD COLUMN street TEXT;
ALTER TABLE client ADD COLUMN postcode TEXT;
ALTER TABLE client ADD COLUMN city TEXT;
ALTER TABLE client ADD COLUMN country TEXT CHECK (length(country) = 2);
ALTER TABLE client ADD COLUMN siren TEXT;
ALTER TABLE client ADD COLUMN siret TEXT;
ALTER TABLE client ADD COLUMN vat TEXT;
ALTER TABLE client ADD COLUMN iban TEXT;
ALTER TABLE client ADD COLUMN time_zone TEXT;
ALTER TABLE client ADD COLUMN hours_from INTEGER CHECK (hours_from BETWEEN 0 AND 1440);
ALTER TABLE client ADD COLUMN hours_to INTEGER CHECK (hours_to BETWEEN 0 AND 1440);
ALTER TABLE client ADD COLUMN terms TEXT;
ALTER TABLE client ADD COLUMN code TEXT;
ALTER TABLE client ADD COLUMN notes TEXT;
ALTER TABLE client ADD COLUMN excluded TEXT;
ALTER TABLE client ADD COLUMN excluded_until TEXT CHECK (length(excluded_until) = 10);
ALTER TABLE client ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
ALTER TABLE client ADD COLUMN erased_at INTEGER;
ALTER TABLE client ADD COLUMN merged_into INTEGER REFERENCES client (id);
ALTER TABLE client ADD COLUMN reminder_contact_id INTEGER REFERENCES contact (id);

CREATE INDEX client_merged ON client (merged_into) WHERE merged_into IS NOT NULL;

-- A person at a client. Reminders go to the one that client.reminder_contact_id names, else to the
-- client's own address.
CREATE TABLE contact (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL REFERENCES client (id),
  title      TEXT NOT NULL DEFAULT 'none'
             CHECK (title = 'none' OR title = 'madame' OR title = 'monsieur'),
  first_name TEXT,
  last_name  TEXT,
  role       TEXT,
  email      TEXT,
  phone      TEXT,
  added_by   INTEGER NOT NULL REFERENCES change (id),
  removed_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX contact_client ON contact (client_id);

-- type: UNTDID 1001. means: UNTDID 4461. due_source: where the due date came from. reference: the
-- client's order. corrects: the number of the invoice that this one replaces. excluded: as a client's.
ALTER TABLE invoice ADD COLUMN type INTEGER;
ALTER TABLE invoice ADD COLUMN means INTEGER;
ALTER TABLE invoice ADD COLUMN due_source TEXT;
ALTER TABLE invoice ADD COLUMN reference TEXT;
ALTER TABLE invoice ADD COLUMN corrects TEXT;
ALTER TABLE invoice ADD COLUMN excluded TEXT;
ALTER TABLE invoice ADD COLUMN excluded_until TEXT CHECK (length(excluded_until) = 10);

-- An instalment without added_by came with its invoice. A new schedule removes the old instalments.
ALTER TABLE instalment ADD COLUMN added_by INTEGER REFERENCES change (id);
ALTER TABLE instalment ADD COLUMN removed_by INTEGER REFERENCES change (id);

-- What lowers a debt: money, a credit note (number, and the invoice that it says it credits), a
-- write-off, or the replacement of an invoice by its correction. Rows are never edited: what
-- changes one removes it and adds another, which replaces it.
ALTER TABLE payment ADD COLUMN kind TEXT NOT NULL DEFAULT 'payment'
  CHECK (kind = 'payment' OR kind = 'credit-note' OR kind = 'write-off' OR kind = 'replacement');
ALTER TABLE payment ADD COLUMN number TEXT;
ALTER TABLE payment ADD COLUMN reference TEXT;
ALTER TABLE payment ADD COLUMN note TEXT;
ALTER TABLE payment ADD COLUMN replaces INTEGER REFERENCES payment (id);

CREATE UNIQUE INDEX credit_note_key ON payment (client_id, number)
  WHERE kind = 'credit-note' AND removed_by IS NULL;
CREATE INDEX payment_replaces ON payment (replaces) WHERE replaces IS NOT NULL;

-- A file that is kept, once however often it is attached.
CREATE TABLE document (
  id         INTEGER PRIMARY KEY,
  sha256     TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  content    BLOB NOT NULL
) STRICT;

-- What a document belongs to; neither: it waits for the invoice that somebody types.
CREATE TABLE attachment (
  id          INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document (id),
  invoice_id  INTEGER REFERENCES invoice (id),
  payment_id  INTEGER REFERENCES payment (id),
  added_by    INTEGER NOT NULL REFERENCES change (id),
  removed_by  INTEGER REFERENCES change (id),
  CHECK (invoice_id IS NULL OR payment_id IS NULL)
) STRICT;

CREATE INDEX attachment_invoice ON attachment (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX attachment_payment ON attachment (payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX attachment_document ON attachment (document_id);

-- What the columns of a file mean, as a person said it, for the next file of that shape.
CREATE TABLE mapping (
  shape   TEXT PRIMARY KEY,
  columns TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The rows that can be edited are more than there were.
CREATE TABLE revision_2 (
  change_id INTEGER NOT NULL REFERENCES change (id),
  entity    TEXT NOT NULL CHECK (entity IN ('client', 'contact', 'invoice', 'instalment', 'payment')),
  entity_id INTEGER NOT NULL,
  before    TEXT NOT NULL,
  PRIMARY KEY (change_id, entity, entity_id)
) STRICT, WITHOUT ROWID;

INSERT INTO revision_2 SELECT * FROM revision;
DROP TABLE revision;
ALTER TABLE revision_2 RENAME TO revision;
CREATE INDEX revision_entity ON revision (entity, entity_id);

-- What was written stays, but for the words of a client who asks to be erased: services set
-- 'erasing' for the length of that one transaction.
CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'erasing')
BEGIN SELECT RAISE (ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_is_frozen BEFORE UPDATE ON revision
WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'erasing')
BEGIN SELECT RAISE (ABORT, 'revisions are append-only'); END;

DROP TRIGGER change_is_frozen;
CREATE TRIGGER change_is_frozen BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'erasing')
BEGIN SELECT RAISE (ABORT, 'changes are append-only'); END;

DROP TRIGGER message_is_frozen;
CREATE TRIGGER message_is_frozen
BEFORE UPDATE OF id, client_id, client_name, to_address, to_name, from_address, from_name, reply_to,
                 subject, text, html, stage, tone, address, language, message_id, provider,
                 account_id, request, approved_at ON message
WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'erasing')
BEGIN SELECT RAISE (ABORT, 'an approved message is frozen'); END;

-- What remains due on each instalment of the book, and when it was settled. Allocations never exceed
-- their instalment, so the last one settles it. A write-off settles nothing on time: at the earliest,
-- the day after it was due. Written so that asking for one client's costs no more than that client's.
DROP VIEW invoice_state;
DROP VIEW instalment_state;
CREATE VIEW instalment_state AS
SELECT s.id, s.invoice_id, i.client_id, i.number, i.issued, i.currency, s.due, s.amount,
       s.amount - (SELECT coalesce(sum(a.amount), 0)
                   FROM allocation a JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
                   WHERE a.instalment_id = s.id) AS balance,
       (SELECT CASE WHEN coalesce(sum(a.amount), 0) >= s.amount
                    THEN coalesce(max(CASE y.kind WHEN 'write-off' THEN max(y.date, date(s.due, '+1 day'))
                                                  ELSE y.date END), i.issued) END
        FROM allocation a JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
        WHERE a.instalment_id = s.id) AS settled
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
WHERE s.removed_by IS NULL;

-- What remains due on each invoice, since or until when, and what of it was given up: the earliest
-- due date that is not settled, else the last one. Read in the order of the table (NOT INDEXED), for
-- a list looks at them all: in the order of a key it would take twice the time.
CREATE VIEW invoice_state AS
SELECT i.id, i.client_id, c.name AS client_name, c.name_key AS client_key, i.number, i.issued,
       i.currency, i.total, i.label,
       i.total - (SELECT coalesce(sum(a.amount), 0)
                  FROM instalment s
                  JOIN allocation a ON a.instalment_id = s.id
                  JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
                  WHERE s.invoice_id = i.id AND s.removed_by IS NULL) AS balance,
       (SELECT coalesce(sum(a.amount), 0)
        FROM instalment s
        JOIN allocation a ON a.instalment_id = s.id
        JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL AND y.kind = 'write-off'
        WHERE s.invoice_id = i.id AND s.removed_by IS NULL) AS written_off,
       (SELECT CASE WHEN min(s.due) = max(s.due) THEN min(s.due)
                    ELSE coalesce((SELECT min(o.due) FROM instalment_state o
                                   WHERE o.invoice_id = i.id AND o.balance > 0), max(s.due)) END
        FROM instalment s WHERE s.invoice_id = i.id AND s.removed_by IS NULL) AS due
FROM invoice i NOT INDEXED
JOIN client c ON c.id = i.client_id
WHERE i.removed_by IS NULL;

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
                    'archived', archived, 'merged_into', merged_into,
                    'reminder_contact_id', reminder_contact_id) AS value
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
