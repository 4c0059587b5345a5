-- SPDX-License-Identifier: GPL-3.0-or-later
-- The instalments of invoice ?1, oldest due first: instalment, due date, amount, what remains due.
SELECT id, due, amount, balance FROM instalment_state WHERE invoice_id = ?1 ORDER BY due, id;
