-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps what the rows that change ?2 corrected hold before undo ?1 restores them.
INSERT INTO revision (change_id, entity, entity_id, before)
SELECT ?1, r.entity, r.entity_id,
       (SELECT v.value FROM snapshot v WHERE v.entity = r.entity AND v.entity_id = r.entity_id)
FROM revision r
WHERE r.change_id = ?2;
