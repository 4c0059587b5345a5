-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments of an invoice, in the order they fall due.
SELECT id, due, amount, balance
FROM instalment_state
WHERE invoice_id = ?1
ORDER BY due, id;
