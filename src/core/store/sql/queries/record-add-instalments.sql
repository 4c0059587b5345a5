-- SPDX-License-Identifier: GPL-3.0-or-later
-- An instalment of an export: the columns as relance-record.h lists them. It comes with its invoice.
INSERT INTO instalment (invoice_id, due, amount) VALUES (?2, ?3, ?5);
