-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes the invoices of client ?1 out of the book.
UPDATE invoice SET removed_by = ?2 WHERE client_id = ?1 AND removed_by IS NULL;
