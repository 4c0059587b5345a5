-- SPDX-License-Identifier: GPL-3.0-or-later
-- The value of a setting.
SELECT value FROM setting WHERE key = ?1;
