-- SPDX-License-Identifier: GPL-3.0-or-later
-- The settings whose keys start with the prefix ?1, with what follows it.
SELECT substr(key, length(?1) + 1), value
FROM setting
WHERE substr(key, 1, length(?1)) = ?1
ORDER BY key;
