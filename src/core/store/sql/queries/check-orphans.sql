-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which clients are removed while an invoice or a payment of theirs is not?
SELECT c.id
FROM client c
WHERE c.removed_by IS NOT NULL
  AND (EXISTS (SELECT 1 FROM invoice i WHERE i.client_id = c.id AND i.removed_by IS NULL)
       OR EXISTS (SELECT 1 FROM payment y WHERE y.client_id = c.id AND y.removed_by IS NULL));
