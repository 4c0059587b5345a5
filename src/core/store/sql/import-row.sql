-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of an import as a table that SQL reads straight from memory: see relance-store-import-rows.c.
CREATE TABLE import_row (
  invoice_id INTEGER, instalment_id INTEGER, payment_id INTEGER, client_id INTEGER, number TEXT,
  label TEXT, issued TEXT, due TEXT, currency TEXT, total INTEGER, payment_date TEXT,
  payment INTEGER, allocated INTEGER
);
