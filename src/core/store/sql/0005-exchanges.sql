-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 5: how the user was in touch with clients outside of Relance.

PRAGMA user_version = 5;

-- date: the day of it. stage: the reminder that it stood for, if any. note: what was said.
CREATE TABLE exchange (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL REFERENCES client (id),
  date       TEXT NOT NULL CHECK (length(date) = 10),
  channel    TEXT NOT NULL
             CHECK (channel = 'mail' OR channel = 'phone' OR channel = 'letter' OR channel = 'in-person'),
  stage      TEXT,
  note       TEXT,
  added_by   INTEGER NOT NULL REFERENCES change (id),
  removed_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX exchange_client ON exchange (client_id);
CREATE INDEX exchange_added ON exchange (added_by);
