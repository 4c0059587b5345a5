-- SPDX-License-Identifier: GPL-3.0-or-later
-- Undo ?1 takes out the exchanges that change ?2 recorded.
UPDATE exchange SET removed_by = ?1 WHERE added_by = ?2 AND removed_by IS NULL;
