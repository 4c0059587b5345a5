-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?1 adds the invoices of an import.
INSERT INTO invoice (id, client_id, number, issued, currency, total, label, type, means, due_source,
                     reference, corrects, added_by)
SELECT id, client_id, number, issued, currency, total, label, type, means, due_source, reference,
       corrects, ?1
FROM import_invoice;
