-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects reminder plan ?1: name, folded name, steps.
UPDATE reminder_plan SET name = ?2, name_key = ?3, steps = ?4 WHERE id = ?1;
