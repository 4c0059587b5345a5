-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which clients have a reminder plan that is removed?
SELECT c.id
FROM client c
JOIN reminder_plan p ON p.id = c.plan_id
WHERE c.plan_id IS NOT NULL AND c.removed_by IS NULL AND p.removed_by IS NOT NULL;
