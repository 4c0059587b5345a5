-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last of ?2 rows of the listing from the one after ?1.
SELECT max(id) FROM (SELECT id FROM listing WHERE id > ?1 ORDER BY id LIMIT ?2);
