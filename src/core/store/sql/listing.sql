-- SPDX-License-Identifier: GPL-3.0-or-later
-- The listing: what the lists sort, filter and search by, worked out once for all invoices, credit
-- notes and clients. It belongs to one connection and is gone with it; the book holds nothing of it.

DROP VIEW IF EXISTS temp.listing_fit;
DROP TABLE IF EXISTS temp.listing_words;
DROP TABLE IF EXISTS temp.listing_ask;
DROP TABLE IF EXISTS temp.listing_part;
DROP TABLE IF EXISTS temp.listing_client;
DROP TABLE IF EXISTS temp.listing;

-- words: of the view client_words. last_payment: when money last arrived.
CREATE TEMP TABLE listing_client (
  id           INTEGER PRIMARY KEY,
  name_key     TEXT NOT NULL,
  city_key     TEXT NOT NULL,
  archived     INTEGER NOT NULL,
  last_payment TEXT,
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

-- The invoices, as the view invoice_state says them, and the credit notes, with the id of their
-- payment below zero and their amounts too. kind: 1 due or overdue, 4 paid, 8 written off, 16 a credit
-- note, as the model's RelanceInvoiceStates. standing: what the column of states is sorted by.
CREATE TEMP TABLE listing (
  id         INTEGER PRIMARY KEY,
  client_id  INTEGER NOT NULL,
  client_key TEXT NOT NULL,
  number     TEXT NOT NULL,
  issued     TEXT NOT NULL,
  due        TEXT NOT NULL,
  currency   TEXT NOT NULL,
  total      INTEGER NOT NULL,
  balance    INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  standing   TEXT NOT NULL,
  words      TEXT NOT NULL
) STRICT;

-- Finds the words of the listing by any three letters in a row.
CREATE VIRTUAL TABLE temp.listing_words
USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram case_sensitive 1');

-- What is asked of the listing, one row: see queries/listing-ask.sql.
CREATE TEMP TABLE listing_ask (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  states      INTEGER NOT NULL,
  client_id   INTEGER NOT NULL,
  currency    TEXT NOT NULL,
  words       TEXT,
  due_from    TEXT,
  due_to      TEXT,
  issued_from TEXT,
  issued_to   TEXT,
  amount_from INTEGER,
  amount_to   INTEGER,
  punctuality TEXT NOT NULL,
  today       TEXT NOT NULL
) STRICT;

-- What fits it. Of the on-time rate it is the instalments that fall due in the period.
CREATE TEMP VIEW listing_fit AS
SELECT l.*
FROM listing_ask q CROSS JOIN listing l
WHERE q.id = 1
  AND (q.states & iif(l.kind = 1 AND l.due < q.today, 2, l.kind)) <> 0
  AND (q.client_id = 0 OR l.client_id = q.client_id)
  AND (q.currency = '' OR l.currency = q.currency)
  AND (q.words IS NULL OR holds(l.words, q.words))
  AND (q.issued_from IS NULL OR l.issued >= q.issued_from)
  AND (q.issued_to IS NULL OR l.issued <= q.issued_to)
  AND (q.amount_from IS NULL OR abs(l.total) >= q.amount_from)
  AND (q.amount_to IS NULL OR abs(l.total) <= q.amount_to)
  AND (q.due_from IS NULL OR q.punctuality <> '' OR l.due >= q.due_from)
  AND (q.due_to IS NULL OR q.punctuality <> '' OR l.due <= q.due_to)
  AND (q.punctuality = ''
       OR l.id IN (SELECT p.invoice_id
                   FROM listing_ask a CROSS JOIN listing_part p
                   WHERE a.id = 1 AND p.due < a.today
                     AND (a.due_from IS NULL OR p.due >= a.due_from)
                     AND (a.due_to IS NULL OR p.due <= a.due_to)
                     AND (a.punctuality <> 'on-time' OR p.settled <= p.due)
                     AND (a.punctuality <> 'late' OR p.settled > p.due)
                     AND (a.punctuality <> 'open-late' OR p.settled IS NULL)));
