-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes the contacts of client ?1 out of the book.
UPDATE contact SET removed_by = ?2 WHERE client_id = ?1 AND removed_by IS NULL;
