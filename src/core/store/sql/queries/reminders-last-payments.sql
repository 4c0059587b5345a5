-- SPDX-License-Identifier: GPL-3.0-or-later
-- When money last came from each client who was ever written to, NULL for never: client, date.
SELECT m.client_id,
       (SELECT max(y.date) FROM payment y
        WHERE y.client_id = m.client_id AND y.kind = 'payment' AND y.removed_by IS NULL)
FROM message m
GROUP BY m.client_id;
