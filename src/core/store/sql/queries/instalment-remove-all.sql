-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes the instalments of invoice ?1 out of the book.
UPDATE instalment SET removed_by = ?2 WHERE invoice_id = ?1 AND removed_by IS NULL;
