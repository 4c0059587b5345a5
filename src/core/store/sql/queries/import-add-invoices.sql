-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?1 adds the invoices of an import.
INSERT INTO invoice (id, client_id, number, issued, currency, total, label, added_by)
SELECT invoice_id, client_id, number, issued, currency, total, label, ?1 FROM import_row;
