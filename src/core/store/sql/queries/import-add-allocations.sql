-- SPDX-License-Identifier: GPL-3.0-or-later
-- Spreads what was received for the invoices of an import.
INSERT INTO allocation (instalment_id, payment_id, amount)
SELECT instalment_id, payment_id, allocated FROM import_row WHERE allocated > 0;
