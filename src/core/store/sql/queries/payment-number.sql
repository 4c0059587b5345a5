-- SPDX-License-Identifier: GPL-3.0-or-later
-- The credit note of client ?1 that has number ?2.
SELECT id FROM payment WHERE client_id = ?1 AND number = ?2 AND kind = 'credit-note' AND removed_by IS NULL;
