-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what counted towards invoice ?1; what was received stays.
DELETE FROM allocation WHERE instalment_id IN (SELECT id FROM instalment WHERE invoice_id = ?1);
