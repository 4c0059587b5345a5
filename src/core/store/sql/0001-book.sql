-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 1. Money: minor units beside an ISO 4217 code.
-- Dates: civil, 'YYYY-MM-DD'. Instants: UTC seconds.

-- 'RLNC': what tells a book from any other SQLite file.
PRAGMA application_id = 0x524C4E43;
PRAGMA user_version = 1;

-- What people decided about the program and about their own business.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the user did, one row each, in order. Rows of the book name the change
-- that added them and the one that removed them; so anything can be taken
-- back, by this program or by the next start of it. Append-only.
CREATE TABLE change (
  id         INTEGER PRIMARY KEY,
  at         INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  detail     TEXT NOT NULL DEFAULT '',
  client_id  INTEGER,
  invoice_id INTEGER,
  undoes     INTEGER UNIQUE REFERENCES change (id)
) STRICT;

CREATE INDEX change_client ON change (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX change_invoice ON change (invoice_id) WHERE invoice_id IS NOT NULL;

-- name_key is the folded name: what search and import compare. The words are
-- compared with OR because for IN of three SQLite opens a table at every row.
CREATE TABLE client (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  name_key   TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind = 'business' OR kind = 'consumer' OR kind = 'public'),
  tone       TEXT NOT NULL CHECK (tone = 'formal' OR tone = 'friendly' OR tone = 'emoji'),
  address    TEXT NOT NULL CHECK (address IN ('vous', 'tu')),
  language   TEXT NOT NULL,
  title      TEXT NOT NULL DEFAULT 'none'
             CHECK (title = 'none' OR title = 'madame' OR title = 'monsieur'),
  first_name TEXT,
  last_name  TEXT,
  email      TEXT,
  phone      TEXT,
  added_by   INTEGER NOT NULL REFERENCES change (id),
  removed_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX client_name ON client (name_key) WHERE removed_by IS NULL;

-- A document issued elsewhere. Its total is the sum of its instalments.
CREATE TABLE invoice (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL REFERENCES client (id),
  number     TEXT NOT NULL CHECK (number <> ''),
  issued     TEXT NOT NULL CHECK (length(issued) = 10),
  currency   TEXT NOT NULL CHECK (length(currency) = 3),
  total      INTEGER NOT NULL CHECK (total >= 0),
  label      TEXT,
  added_by   INTEGER NOT NULL REFERENCES change (id),
  removed_by INTEGER REFERENCES change (id)
) STRICT;

CREATE UNIQUE INDEX invoice_key ON invoice (client_id, number) WHERE removed_by IS NULL;

CREATE TABLE instalment (
  id         INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  due        TEXT NOT NULL CHECK (length(due) = 10),
  amount     INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;

CREATE INDEX instalment_invoice ON instalment (invoice_id);

-- Money received. What is not allocated is a credit of the client.
CREATE TABLE payment (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL REFERENCES client (id),
  date       TEXT NOT NULL CHECK (length(date) = 10),
  amount     INTEGER NOT NULL CHECK (amount > 0),
  currency   TEXT NOT NULL CHECK (length(currency) = 3),
  means      TEXT NOT NULL DEFAULT '',
  added_by   INTEGER NOT NULL REFERENCES change (id),
  removed_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX payment_client ON payment (client_id);

-- How a payment is spread. The allocations of an instalment never exceed it.
CREATE TABLE allocation (
  instalment_id INTEGER NOT NULL REFERENCES instalment (id),
  payment_id    INTEGER NOT NULL REFERENCES payment (id),
  amount        INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (instalment_id, payment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_payment ON allocation (payment_id);

-- What a row was before an edit or an import corrected it, as JSON: for undo
-- and for the history. Append-only.
CREATE TABLE revision (
  change_id INTEGER NOT NULL REFERENCES change (id),
  entity    TEXT NOT NULL CHECK (entity IN ('client', 'invoice', 'instalment')),
  entity_id INTEGER NOT NULL,
  before    TEXT NOT NULL,
  PRIMARY KEY (change_id, entity, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX revision_entity ON revision (entity, entity_id);

-- Ways for mail to leave. The key is in the keyring under this id.
CREATE TABLE account (
  id       TEXT PRIMARY KEY,
  provider TEXT NOT NULL,
  base_url TEXT NOT NULL,
  user     TEXT NOT NULL DEFAULT '',
  state    TEXT NOT NULL,
  reason   TEXT,
  removed  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE sender (
  id         INTEGER PRIMARY KEY,
  address    TEXT NOT NULL,
  name       TEXT NOT NULL,
  reply_to   TEXT,
  account_id TEXT REFERENCES account (id),
  voice      TEXT NOT NULL CHECK (voice IN ('personal', 'neutral')),
  removed    INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What the user typed in a draft that has not left, one a client.
CREATE TABLE draft (
  client_id INTEGER PRIMARY KEY REFERENCES client (id),
  stage     TEXT NOT NULL,
  tone      TEXT NOT NULL,
  address   TEXT NOT NULL,
  language  TEXT NOT NULL,
  subject   TEXT NOT NULL,
  text      TEXT NOT NULL,
  edited_at INTEGER NOT NULL
) STRICT;

-- A text that was approved, its exact bytes, and what became of it. All but
-- the last seven columns is frozen.
CREATE TABLE message (
  id                 TEXT PRIMARY KEY,
  client_id          INTEGER NOT NULL REFERENCES client (id),
  client_name        TEXT NOT NULL,
  to_address         TEXT NOT NULL,
  to_name            TEXT NOT NULL,
  from_address       TEXT NOT NULL,
  from_name          TEXT NOT NULL,
  reply_to           TEXT,
  subject            TEXT NOT NULL,
  text               TEXT NOT NULL,
  html               TEXT NOT NULL,
  stage              TEXT NOT NULL,
  tone               TEXT NOT NULL,
  address            TEXT NOT NULL,
  language           TEXT NOT NULL,
  message_id         TEXT NOT NULL UNIQUE,
  provider           TEXT NOT NULL,
  account_id         TEXT REFERENCES account (id),
  request            BLOB NOT NULL,
  approved_at        INTEGER NOT NULL,
  not_before         INTEGER NOT NULL,
  state              TEXT NOT NULL CHECK (state IN ('approved', 'sending', 'accepted', 'waiting',
                                                    'refused', 'unknown', 'withdrawn', 'handed-over')),
  reason             TEXT,
  detail             TEXT,
  tries              INTEGER NOT NULL DEFAULT 0,
  next_try_at        INTEGER NOT NULL DEFAULT 0,
  done_at            INTEGER NOT NULL DEFAULT 0,
  provider_reference TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX message_client ON message (client_id);
CREATE INDEX message_pending ON message (state) WHERE state NOT IN ('accepted', 'withdrawn');

CREATE TABLE message_debt (
  message_id    TEXT NOT NULL REFERENCES message (id),
  instalment_id INTEGER NOT NULL REFERENCES instalment (id),
  invoice_id    INTEGER NOT NULL REFERENCES invoice (id),
  number        TEXT NOT NULL,
  balance       INTEGER NOT NULL,
  PRIMARY KEY (message_id, instalment_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_debt_invoice ON message_debt (invoice_id);

-- One try: written before the first byte leaves, completed once after the answer.
CREATE TABLE attempt (
  id          INTEGER PRIMARY KEY,
  message_id  TEXT NOT NULL REFERENCES message (id),
  purpose     TEXT NOT NULL CHECK (purpose IN ('send', 'look-up')),
  started_at  INTEGER NOT NULL,
  sha256      TEXT NOT NULL,
  finished_at INTEGER,
  phase       TEXT,
  http_status INTEGER,
  outcome     TEXT
) STRICT;

CREATE INDEX attempt_message ON attempt (message_id);

CREATE TRIGGER change_is_kept BEFORE DELETE ON change
BEGIN SELECT RAISE (ABORT, 'changes are append-only'); END;
CREATE TRIGGER change_is_frozen BEFORE UPDATE ON change
BEGIN SELECT RAISE (ABORT, 'changes are append-only'); END;
CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
BEGIN SELECT RAISE (ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_is_frozen BEFORE UPDATE ON revision
BEGIN SELECT RAISE (ABORT, 'revisions are append-only'); END;
CREATE TRIGGER message_is_kept BEFORE DELETE ON message
BEGIN SELECT RAISE (ABORT, 'messages are append-only'); END;
CREATE TRIGGER message_is_frozen
BEFORE UPDATE OF id, client_id, client_name, to_address, to_name, from_address, from_name, reply_to,
                 subject, text, html, stage, tone, address, language, message_id, provider,
                 account_id, request, approved_at ON message
BEGIN SELECT RAISE (ABORT, 'an approved message is frozen'); END;
CREATE TRIGGER message_debt_is_kept BEFORE DELETE ON message_debt
BEGIN SELECT RAISE (ABORT, 'messages are append-only'); END;
CREATE TRIGGER message_debt_is_frozen BEFORE UPDATE ON message_debt
BEGIN SELECT RAISE (ABORT, 'an approved message is frozen'); END;
CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
BEGIN SELECT RAISE (ABORT, 'attempts are append-only'); END;
CREATE TRIGGER attempt_is_frozen BEFORE UPDATE ON attempt
WHEN old.finished_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'a finished attempt is frozen'); END;

-- What remains due on each instalment of the book, and when it was settled.
-- Allocations never exceed their instalment, so the last one settles it.
-- Written so that asking for one client's costs no more than that client's.
CREATE VIEW instalment_state AS
SELECT s.id, s.invoice_id, i.client_id, i.number, i.issued, i.currency, s.due, s.amount,
       s.amount - (SELECT coalesce(sum(a.amount), 0)
                   FROM allocation a JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
                   WHERE a.instalment_id = s.id) AS balance,
       (SELECT CASE WHEN coalesce(sum(a.amount), 0) >= s.amount THEN coalesce(max(y.date), i.issued) END
        FROM allocation a JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
        WHERE a.instalment_id = s.id) AS settled
FROM instalment s
JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL;

-- What remains due on each invoice, and since or until when: the earliest due
-- date that is not settled, else the last one. Read in the order of the table
-- (NOT INDEXED), for a list looks at them all: in the order of a key it would
-- take twice the time.
CREATE VIEW invoice_state AS
SELECT i.id, i.client_id, c.name AS client_name, c.name_key AS client_key, i.number, i.issued,
       i.currency, i.total, i.label,
       i.total - (SELECT coalesce(sum(a.amount), 0)
                  FROM instalment s
                  JOIN allocation a ON a.instalment_id = s.id
                  JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL
                  WHERE s.invoice_id = i.id) AS balance,
       (SELECT CASE WHEN min(s.due) = max(s.due) THEN min(s.due)
                    ELSE coalesce((SELECT min(o.due) FROM instalment_state o
                                   WHERE o.invoice_id = i.id AND o.balance > 0), max(s.due)) END
        FROM instalment s WHERE s.invoice_id = i.id) AS due
FROM invoice i NOT INDEXED
JOIN client c ON c.id = i.client_id
WHERE i.removed_by IS NULL;

-- What each row that can be edited holds now, as revision.before keeps it.
CREATE VIEW snapshot AS
SELECT 'client' AS entity, id AS entity_id,
       json_object ('name', name, 'name_key', name_key, 'kind', kind, 'tone', tone, 'address', address,
                    'language', language, 'title', title, 'first_name', first_name,
                    'last_name', last_name, 'email', email, 'phone', phone) AS value
FROM client
UNION ALL
SELECT 'invoice', id,
       json_object ('number', number, 'issued', issued, 'currency', currency, 'total', total,
                    'label', label)
FROM invoice
UNION ALL
SELECT 'instalment', id, json_object ('due', due, 'amount', amount)
FROM instalment;
