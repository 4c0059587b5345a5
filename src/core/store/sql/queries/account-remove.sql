-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes account ?1; what left by it goes on naming it.
UPDATE account SET removed = 1 WHERE id = ?1;
