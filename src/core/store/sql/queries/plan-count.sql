-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many clients have the reminder plan of the program that is called ?1.
SELECT count(*) FROM client WHERE plan = ?1 AND plan_id IS NULL AND removed_by IS NULL;
