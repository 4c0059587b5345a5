-- SPDX-License-Identifier: GPL-3.0-or-later
-- Brings back the reminder plans that change ?1 removed, but those whose own addition was taken back.
UPDATE reminder_plan
SET removed_by = (SELECT u.id FROM change u WHERE u.undoes = reminder_plan.added_by)
WHERE removed_by = ?1;
