-- SPDX-License-Identifier: GPL-3.0-or-later
-- A reminder plan of one's own, added by change ?1: name, folded name, steps.
INSERT INTO reminder_plan (added_by, name, name_key, steps) VALUES (?1, ?2, ?3, ?4);
