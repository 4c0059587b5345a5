-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what client ?1 and its contacts were before.
DELETE FROM revision
WHERE entity = 'client' AND entity_id IN (SELECT id FROM client WHERE id = ?1 OR merged_into = ?1)
   OR entity = 'contact'
      AND entity_id IN (SELECT t.id FROM contact t JOIN client c ON c.id = t.client_id
                        WHERE c.id = ?1 OR c.merged_into = ?1);
