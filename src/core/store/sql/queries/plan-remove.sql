-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes reminder plan ?1 out of the book, by change ?2.
UPDATE reminder_plan SET removed_by = ?2 WHERE id = ?1 AND removed_by IS NULL;
