-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives reminder plans what they held before change ?1.
UPDATE reminder_plan
SET name = r.before ->> 'name', name_key = r.before ->> 'name_key', steps = r.before ->> 'steps'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'plan' AND r.entity_id = reminder_plan.id;
