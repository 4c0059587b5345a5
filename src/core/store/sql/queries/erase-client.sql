-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the personal words out of client ?1; ?2 is when.
UPDATE client
SET first_name = NULL, last_name = NULL, title = 'none', email = NULL, phone = NULL, time_zone = NULL,
    hours_from = NULL, hours_to = NULL, notes = NULL, excluded = NULL, excluded_until = NULL,
    situation = NULL, situation_reason = NULL, situation_since = NULL, reminder_contact_id = NULL, archived = 1, erased_at = ?2
WHERE id = ?1 OR merged_into = ?1;
