-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the instalments of invoice ?1.
DELETE FROM instalment WHERE invoice_id = ?1;
