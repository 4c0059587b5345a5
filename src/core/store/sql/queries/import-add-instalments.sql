-- SPDX-License-Identifier: GPL-3.0-or-later
-- The one instalment of each invoice of an import.
INSERT INTO instalment (id, invoice_id, due, amount)
SELECT instalment_id, invoice_id, due, total FROM import_row;
