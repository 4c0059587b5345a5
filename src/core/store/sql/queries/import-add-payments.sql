-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?1 adds what was received for the invoices of an import.
INSERT INTO payment (id, client_id, date, amount, currency, added_by)
SELECT payment_id, client_id, payment_date, payment, currency, ?1 FROM import_row WHERE payment > 0;
