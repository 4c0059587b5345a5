-- SPDX-License-Identifier: GPL-3.0-or-later
-- What change ?1 corrected on invoice or client ?3 (entity ?2), instalments too: field, before, after.
SELECT e.key, e.value,
       coalesce((SELECT l.before FROM revision l
                  WHERE l.entity = r.entity AND l.entity_id = r.entity_id AND l.change_id > r.change_id
                  ORDER BY l.change_id LIMIT 1),
                 (SELECT v.value FROM snapshot v WHERE v.entity = r.entity AND v.entity_id = r.entity_id))
         ->> e.key AS after
FROM revision r, json_each (r.before) e
WHERE r.change_id = ?1
  AND (r.entity = ?2 AND r.entity_id = ?3
       OR ?2 = 'invoice' AND r.entity = 'instalment'
          AND r.entity_id IN (SELECT s.id FROM instalment s WHERE s.invoice_id = ?3))
  AND e.value IS NOT after;
