-- SPDX-License-Identifier: GPL-3.0-or-later
-- When money last came from client ?1 (0: from each of them): client, date.
SELECT y.client_id, max(y.date)
FROM payment y
WHERE y.kind = 'payment' AND y.removed_by IS NULL AND (?1 = 0 OR y.client_id = ?1)
GROUP BY y.client_id;
