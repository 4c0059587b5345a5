-- SPDX-License-Identifier: GPL-3.0-or-later
-- What message ?1 asks for.
SELECT invoice_id, instalment_id, number, balance FROM message_debt WHERE message_id = ?1
ORDER BY number, instalment_id;
