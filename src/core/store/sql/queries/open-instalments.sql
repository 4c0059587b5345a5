-- SPDX-License-Identifier: GPL-3.0-or-later
-- What client ?1 owes in currency ?2, oldest due first: instalment, invoice, balance, 0.
SELECT id, invoice_id, balance, 0
FROM instalment_state
WHERE client_id = ?1 AND currency = ?2 AND balance > 0
ORDER BY due, id;
