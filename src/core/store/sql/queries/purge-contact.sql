-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets contact ?1.
DELETE FROM contact WHERE id = ?1;
