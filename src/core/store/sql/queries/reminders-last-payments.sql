-- SPDX-License-Identifier: GPL-3.0-or-later
-- When money last came from client ?1 (0: from each of them), NULL for never, of those who were ever written to: client, date.
SELECT m.client_id,
       (SELECT max(y.date) FROM payment y
        WHERE y.client_id = m.client_id AND y.kind = 'payment' AND y.removed_by IS NULL)
FROM message m
WHERE ?1 = 0 OR m.client_id = ?1
GROUP BY m.client_id;
