-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets which contacts of client ?1 were added, corrected or removed: that something was stays.
UPDATE change SET detail = ''
WHERE kind IN ('contact-added', 'contact-edited', 'contact-removed')
  AND client_id IN (SELECT id FROM client WHERE id = ?1 OR merged_into = ?1);
