-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes a setting away.
DELETE FROM setting WHERE key = ?1;
