-- SPDX-License-Identifier: GPL-3.0-or-later
-- The payments and credit notes of client ?1, newest first.
SELECT id
FROM payment
WHERE client_id = ?1 AND removed_by IS NULL AND kind IN ('payment', 'credit-note')
ORDER BY date DESC, id DESC;
