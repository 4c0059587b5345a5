-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes sender ?1.
UPDATE sender SET removed = 1 WHERE id = ?1;
