-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets how payment ?1 was spread.
DELETE FROM allocation WHERE payment_id = ?1;
