-- SPDX-License-Identifier: GPL-3.0-or-later
-- The reminder plans of one's own, by name: id, name, steps, and how many clients have each.
SELECT p.id, p.name, p.steps,
       (SELECT count(*) FROM client c WHERE c.plan_id = p.id AND c.removed_by IS NULL)
FROM reminder_plan p
WHERE p.removed_by IS NULL
ORDER BY p.name_key, p.id;
