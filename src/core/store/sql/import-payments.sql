-- SPDX-License-Identifier: GPL-3.0-or-later
-- The payments and credit notes of an import, likewise.
CREATE TABLE import_payment (
  id INTEGER, client_id INTEGER, date TEXT, amount INTEGER, currency TEXT, means TEXT, kind TEXT,
  number TEXT, reference TEXT
);
