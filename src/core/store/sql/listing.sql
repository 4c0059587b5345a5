-- SPDX-License-Identifier: GPL-3.0-or-later
-- The listing: what the lists sort, filter and search by, worked out once for all invoices, credit
-- notes, clients and messages. It belongs to one connection and is gone with it; the book holds nothing of it.

DROP TABLE IF EXISTS temp.listing_message;
DROP TABLE IF EXISTS temp.listing_letters;
DROP TABLE IF EXISTS temp.listing_words;
DROP TABLE IF EXISTS temp.listing_text;
DROP TABLE IF EXISTS temp.listing_debt;
DROP TABLE IF EXISTS temp.listing_part;
DROP TABLE IF EXISTS temp.listing_client;
DROP TABLE IF EXISTS temp.listing;

-- words: of the view client_words. last_payment: when money last arrived. left_out: the last day
-- without reminders, NULL where there is none. has_address: whether there is one for reminders.
CREATE TEMP TABLE listing_client (
  id           INTEGER PRIMARY KEY,
  name_key     TEXT NOT NULL,
  kind         TEXT NOT NULL,
  city_key     TEXT NOT NULL,
  email_key    TEXT NOT NULL,
  archived     INTEGER NOT NULL,
  last_payment TEXT,
  left_out     TEXT,
  has_address  INTEGER NOT NULL,
  words        TEXT NOT NULL
) STRICT;

-- The instalments, as the view instalment_state says them. given_up: what was written off.
CREATE TEMP TABLE listing_part (
  id         INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL,
  client_id  INTEGER NOT NULL,
  currency   TEXT NOT NULL,
  due        TEXT NOT NULL,
  balance    INTEGER NOT NULL,
  settled    TEXT,
  given_up   INTEGER NOT NULL
) STRICT;

-- What clients owe by currency, as of one day. n_open: of how many invoices.
CREATE TEMP TABLE listing_debt (
  client_id INTEGER NOT NULL,
  currency  TEXT NOT NULL,
  owed      INTEGER NOT NULL,
  overdue   INTEGER NOT NULL,
  n_open    INTEGER NOT NULL,
  PRIMARY KEY (client_id, currency)
) STRICT, WITHOUT ROWID;

-- The invoices, as the view invoice_state says them, and the credit notes, with the id of their
-- payment below zero and their amounts too. kind: 1 due or overdue, 4 paid, 8 written off, 16 a credit
-- note, as the model's RelanceInvoiceStates. settlement: 1 on time, 2 late, 4 not yet, 8 to be seen in
-- its several instalments, 0 for a credit note. standing: what the column of states is sorted by;
-- label_key: what that of what it was for is, folded. All is looked at for some questions, so what most of
-- these need comes first, and words lie elsewhere.
CREATE TEMP TABLE listing (
  id         INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL,
  due        TEXT NOT NULL,
  client_id  INTEGER NOT NULL,
  currency   TEXT NOT NULL,
  total      INTEGER NOT NULL,
  issued     TEXT NOT NULL,
  settlement INTEGER NOT NULL,
  balance    INTEGER NOT NULL,
  standing   TEXT NOT NULL,
  number     TEXT NOT NULL,
  client_key TEXT NOT NULL,
  label_key  TEXT NOT NULL
) STRICT;

-- What is searched, by the id of the listing: number, label, and what finds the client; two lines more,
-- so that its last letters begin three letters too.
CREATE TEMP TABLE listing_text (
  id    INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

-- Finds the words of the listing by any three letters in a row.
CREATE VIRTUAL TABLE temp.listing_words
USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

-- Those three letters, for words that have fewer.
CREATE VIRTUAL TABLE temp.listing_letters USING fts5vocab (temp, listing_words, row);

-- The messages, by a number that is only ours. words: whom they went to, and what about.
CREATE TEMP TABLE listing_message (
  id         INTEGER PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  client_id  INTEGER NOT NULL,
  words      TEXT NOT NULL
) STRICT;
