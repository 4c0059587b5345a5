-- SPDX-License-Identifier: GPL-3.0-or-later
-- Spreads the payments and the credit notes of an import.
INSERT INTO allocation (instalment_id, payment_id, amount)
SELECT instalment_id, payment_id, amount FROM import_allocation;
