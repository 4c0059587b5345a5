-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows in states ?1 on day ?12, ?14 at most, for listing-fit.
SELECT id FROM listing WHERE ?1 & 1 AND kind = 1 AND due >= ?12
UNION ALL
SELECT id FROM listing WHERE ?1 & 2 AND kind = 1 AND due < ?12
UNION ALL
SELECT id FROM listing WHERE ?1 & 4 AND kind = 4
UNION ALL
SELECT id FROM listing WHERE ?1 & 8 AND kind = 8
UNION ALL
SELECT id FROM listing WHERE ?1 & 16 AND kind = 16
LIMIT ?14;
