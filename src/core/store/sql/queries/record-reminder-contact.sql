-- SPDX-License-Identifier: GPL-3.0-or-later
-- The reminders of client ?1 go to contact ?2.
UPDATE client SET reminder_contact_id = ?2 WHERE id = ?1;
