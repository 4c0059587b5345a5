-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps what a row holds before change ?1 corrects it: entity, id.
INSERT INTO revision (change_id, entity, entity_id, before)
SELECT ?1, entity, entity_id, value FROM snapshot WHERE entity = ?2 AND entity_id = ?3;
