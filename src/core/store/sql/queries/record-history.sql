-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done to the book, or to client ?1, as relance-record.h lists its columns: a line for each
-- change, or for each row that it corrected, with what that row held before.
WITH own (entity, id) AS (SELECT 'client', c.id FROM client c WHERE c.id = ?1 OR c.merged_into = ?1
                          UNION ALL SELECT 'contact', t.id FROM contact t WHERE t.client_id = ?1
                          UNION ALL SELECT 'invoice', i.id FROM invoice i WHERE i.client_id = ?1
                          UNION ALL SELECT 'instalment', s.id
                                    FROM instalment s JOIN invoice i ON i.id = s.invoice_id
                                    WHERE i.client_id = ?1
                          UNION ALL SELECT 'payment', y.id FROM payment y WHERE y.client_id = ?1)
SELECT h.at, h.id, h.kind, h.undoes, h.detail, h.client_id, h.invoice_id, r.entity, r.entity_id, r.before
FROM change h
LEFT JOIN revision r ON r.change_id = h.id AND (?1 = 0 OR (r.entity, r.entity_id) IN own)
WHERE ?1 = 0 OR r.change_id IS NOT NULL
   OR ('client', h.client_id) IN own OR ('invoice', h.invoice_id) IN own
   OR EXISTS (SELECT 1 FROM client c WHERE c.added_by = h.id AND (c.id = ?1 OR c.merged_into = ?1))
   OR EXISTS (SELECT 1 FROM invoice i WHERE i.client_id = ?1 AND i.added_by = h.id)
   OR EXISTS (SELECT 1 FROM payment y WHERE y.client_id = ?1 AND y.added_by = h.id)
ORDER BY h.id, r.entity, r.entity_id;
