-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments of the invoices of an import.
INSERT INTO instalment (id, invoice_id, due, amount)
SELECT id, invoice_id, due, amount FROM import_instalment;
