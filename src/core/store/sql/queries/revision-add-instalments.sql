-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps what the instalments of invoice ?2 hold before change ?1 corrects them.
INSERT INTO revision (change_id, entity, entity_id, before)
SELECT ?1, 'instalment', s.id,
       (SELECT v.value FROM snapshot v WHERE v.entity = 'instalment' AND v.entity_id = s.id)
FROM instalment s
WHERE s.invoice_id = ?2 AND s.removed_by IS NULL;
