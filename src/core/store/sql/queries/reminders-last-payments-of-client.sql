-- SPDX-License-Identifier: GPL-3.0-or-later
-- When money last came from client ?1, NULL for never; nothing when nobody ever wrote to them: client,
-- date.
SELECT ?1,
       (SELECT max(y.date) FROM payment y
        WHERE y.client_id = ?1 AND y.kind = 'payment' AND y.removed_by IS NULL)
WHERE EXISTS (SELECT 1 FROM message m WHERE m.client_id = ?1);
