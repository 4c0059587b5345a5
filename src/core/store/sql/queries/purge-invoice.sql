-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets invoice ?1.
DELETE FROM invoice WHERE id = ?1;
