-- SPDX-License-Identifier: GPL-3.0-or-later
-- Credit note ?2 of client ?1: its id, amount and currency.
SELECT id, amount, currency
FROM payment
WHERE client_id = ?1 AND number = ?2 AND kind = 'credit-note' AND removed_by IS NULL;
