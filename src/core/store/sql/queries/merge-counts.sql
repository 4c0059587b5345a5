-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a merge takes along from client ?1: invoices, payments and credit notes, contacts.
SELECT (SELECT count(*) FROM invoice WHERE client_id = ?1 AND removed_by IS NULL),
       (SELECT count(*) FROM payment
        WHERE client_id = ?1 AND removed_by IS NULL AND kind IN ('payment', 'credit-note')),
       (SELECT count(*) FROM contact WHERE client_id = ?1 AND removed_by IS NULL);
