-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of an import as a table that SQL reads straight from memory: see relance-store-import-rows.c.
CREATE TABLE import_invoice (
  id INTEGER, client_id INTEGER, number TEXT, issued TEXT, currency TEXT, total INTEGER, label TEXT,
  type INTEGER, means INTEGER, due_source TEXT, reference TEXT, corrects TEXT
);
