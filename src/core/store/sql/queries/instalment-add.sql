-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new instalment: invoice, due date, amount, the change that adds it where it did not come with its invoice.
INSERT INTO instalment (invoice_id, due, amount, added_by) VALUES (?1, ?2, ?3, ?4);
