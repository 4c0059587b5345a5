-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest money that came from client ?1.
SELECT id
FROM payment
WHERE client_id = ?1 AND removed_by IS NULL AND kind = 'payment'
ORDER BY date DESC, id DESC
LIMIT 1;
