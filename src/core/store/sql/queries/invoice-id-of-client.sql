-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoice of client ?1 that has number ?2.
SELECT id FROM invoice WHERE client_id = ?1 AND number = ?2 AND removed_by IS NULL;
