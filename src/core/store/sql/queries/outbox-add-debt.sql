-- SPDX-License-Identifier: GPL-3.0-or-later
-- What message ?1 asks for, and what was due on it when it was approved.
INSERT INTO message_debt (message_id, instalment_id, invoice_id, number, balance)
VALUES (?1, ?2, ?3, ?4, ?5);
