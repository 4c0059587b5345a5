-- SPDX-License-Identifier: GPL-3.0-or-later
-- The clients that have reminder plan ?1.
SELECT id FROM client WHERE plan_id = ?1 AND removed_by IS NULL ORDER BY id;
