-- SPDX-License-Identifier: GPL-3.0-or-later
-- Does the book have client ?1?
SELECT 1 FROM client WHERE id = ?1 AND removed_by IS NULL;
