-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows of an import name no client or no instalment of the book?
SELECT (SELECT count(*) FROM import_invoice WHERE client_id NOT IN (SELECT id FROM client)) +
       (SELECT count(*) FROM import_payment WHERE client_id NOT IN (SELECT id FROM client)) +
       (SELECT count(*) FROM import_allocation
        WHERE instalment_id < ?1 AND instalment_id NOT IN (SELECT id FROM instalment));
