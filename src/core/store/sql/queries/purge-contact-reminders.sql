-- SPDX-License-Identifier: GPL-3.0-or-later
-- No client names contact ?1 any more.
UPDATE client SET reminder_contact_id = NULL WHERE reminder_contact_id = ?1;
