-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what was said in the exchanges with client ?1: that there were some stays.
UPDATE exchange SET note = NULL
WHERE client_id IN (SELECT id FROM client WHERE id = ?1 OR merged_into = ?1);
