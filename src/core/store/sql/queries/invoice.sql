-- SPDX-License-Identifier: GPL-3.0-or-later
-- An invoice of the book and what remains due on it.
SELECT id, client_id, client_name, number, issued, due, currency, total, balance, label
FROM invoice_state
WHERE id = ?1;
