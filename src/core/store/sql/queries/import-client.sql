-- SPDX-License-Identifier: GPL-3.0-or-later
-- The client whose folded name is ?1: the oldest one, when several have it.
SELECT id, email FROM client WHERE name_key = ?1 AND removed_by IS NULL ORDER BY id LIMIT 1;
