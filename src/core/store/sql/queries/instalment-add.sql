-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new instalment: invoice, due date, amount.
INSERT INTO instalment (invoice_id, due, amount) VALUES (?1, ?2, ?3);
