-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?1 adds the payments and the credit notes of an import.
INSERT INTO payment (id, client_id, date, amount, currency, means, kind, number, reference, added_by)
SELECT id, client_id, date, amount, currency, means, kind, number, reference, ?1 FROM import_payment;
