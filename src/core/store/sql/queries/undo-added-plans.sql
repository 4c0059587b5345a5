-- SPDX-License-Identifier: GPL-3.0-or-later
-- Undo ?1 takes out the reminder plans that change ?2 added.
UPDATE reminder_plan SET removed_by = ?1 WHERE added_by = ?2 AND removed_by IS NULL;
