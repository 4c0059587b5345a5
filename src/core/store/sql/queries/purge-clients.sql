-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clients that were removed by change ?1 or before it and may go for good; ?2 at most. Not those that were
-- written to or met, whose invoice, payment or contact stays, or that were merged with one that stays: files go
-- on calling that one by their name. The last id stays, so that it is not given again.
SELECT c.id
FROM client c
LEFT JOIN client m ON m.id = c.merged_into
WHERE c.removed_by <= ?1
  AND c.id < (SELECT max(id) FROM client)
  AND (c.merged_into IS NULL OR m.removed_by <= ?1)
  AND NOT EXISTS (SELECT 1 FROM client o WHERE o.merged_into = c.id)
  AND NOT EXISTS (SELECT 1 FROM message g WHERE g.client_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM exchange x WHERE x.client_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM payment y WHERE y.client_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM contact t WHERE t.client_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.client_id = c.id)
LIMIT ?2;
