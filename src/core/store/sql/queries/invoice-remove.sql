-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes invoice ?1 out of the book.
UPDATE invoice SET removed_by = ?2 WHERE id = ?1 AND removed_by IS NULL;
