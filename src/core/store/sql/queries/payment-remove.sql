-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes payment ?1 out of the book.
UPDATE payment SET removed_by = ?2 WHERE id = ?1 AND removed_by IS NULL;
