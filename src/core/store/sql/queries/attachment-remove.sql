-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes attachment ?1 out of the book.
UPDATE attachment SET removed_by = ?2 WHERE id = ?1 AND removed_by IS NULL;
