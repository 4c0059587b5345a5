-- SPDX-License-Identifier: GPL-3.0-or-later
-- Does the book have instalment ?1?
SELECT 1 FROM instalment WHERE id = ?1 AND removed_by IS NULL;
