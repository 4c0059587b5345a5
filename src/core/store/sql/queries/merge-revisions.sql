-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps what belongs to client ?2, and the clients it took the place of, before change ?1 gives it away.
INSERT INTO revision (change_id, entity, entity_id, before)
SELECT ?1, v.entity, v.entity_id, v.value
FROM snapshot v
WHERE v.entity = 'client' AND (v.entity_id = ?2 OR v.entity_id IN (SELECT id FROM client WHERE merged_into = ?2))
   OR v.entity = 'contact' AND v.entity_id IN (SELECT id FROM contact WHERE client_id = ?2)
   OR v.entity = 'invoice' AND v.entity_id IN (SELECT id FROM invoice WHERE client_id = ?2)
   OR v.entity = 'payment' AND v.entity_id IN (SELECT id FROM payment WHERE client_id = ?2);
