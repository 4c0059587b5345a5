-- SPDX-License-Identifier: GPL-3.0-or-later
-- Spreads a part of a payment: instalment, payment, amount.
INSERT INTO allocation (instalment_id, payment_id, amount) VALUES (?1, ?2, ?3);
