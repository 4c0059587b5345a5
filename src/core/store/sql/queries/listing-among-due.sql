-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows that may be due from ?5 to ?6, ?14 at most, for listing-fit: where it asks for a part of the
-- on-time rate (?11), also what is due in several instalments.
SELECT id FROM listing
WHERE kind IN (1, 4, 8, 16) AND due BETWEEN coalesce(?5, '') AND coalesce(?6, '9999-12-31')
UNION ALL
SELECT id FROM listing
WHERE ?11 <> '' AND settlement = 8 AND NOT due BETWEEN coalesce(?5, '') AND coalesce(?6, '9999-12-31')
LIMIT ?14;
