-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes contact ?1 out of the book.
UPDATE contact SET removed_by = ?2 WHERE id = ?1 AND removed_by IS NULL;
