-- SPDX-License-Identifier: GPL-3.0-or-later
-- The listing: what the lists sort, filter and search by, worked out once for all invoices, credit
-- notes and clients. It belongs to one connection and is gone with it; the book holds nothing of it.

DROP VIEW IF EXISTS temp.listing_fit;
DROP TABLE IF EXISTS temp.listing_words;
DROP TABLE IF EXISTS temp.listing_ask;
DROP TABLE IF EXISTS temp.listing_text;
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
-- note, as the model's RelanceInvoiceStates. settlement: 1 on time, 2 late, 4 not yet, 8 to be seen in
-- its several instalments, 0 for a credit note. standing: what the column of states is sorted by. All is
-- looked at for some questions, so what most of these need comes first, and words lie elsewhere.
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
  client_key TEXT NOT NULL
) STRICT;

-- What is searched, by the id of the listing: number, label, and what finds the client.
CREATE TEMP TABLE listing_text (
  id    INTEGER PRIMARY KEY,
  words TEXT NOT NULL
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
  AND (q.issued_from IS NULL OR l.issued >= q.issued_from)
  AND (q.issued_to IS NULL OR l.issued <= q.issued_to)
  AND (q.amount_from IS NULL OR abs(l.total) >= q.amount_from)
  AND (q.amount_to IS NULL OR abs(l.total) <= q.amount_to)
  AND (l.settlement = 8 AND q.punctuality <> '' OR q.due_from IS NULL OR l.due >= q.due_from)
  AND (l.settlement = 8 AND q.punctuality <> '' OR q.due_to IS NULL OR l.due <= q.due_to)
  AND (q.punctuality = ''
       OR l.settlement <> 8 AND l.due < q.today
          AND l.settlement = CASE q.punctuality WHEN 'on-time' THEN 1 WHEN 'late' THEN 2 ELSE 4 END
       OR l.settlement = 8
          AND EXISTS (SELECT 1 FROM listing_part p
                      WHERE p.invoice_id = l.id AND p.due < q.today
                        AND (q.due_from IS NULL OR p.due >= q.due_from)
                        AND (q.due_to IS NULL OR p.due <= q.due_to)
                        AND (q.punctuality <> 'on-time' OR p.settled <= p.due)
                        AND (q.punctuality <> 'late' OR p.settled > p.due)
                        AND (q.punctuality <> 'open-late' OR p.settled IS NULL)))
  AND (q.words IS NULL OR holds((SELECT t.words FROM listing_text t WHERE t.id = l.id), q.words));
