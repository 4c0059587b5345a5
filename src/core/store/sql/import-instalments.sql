-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments of an import, likewise.
CREATE TABLE import_instalment (id INTEGER, invoice_id INTEGER, due TEXT, amount INTEGER);
