-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows with totals from ?9 to ?10, the credit notes below zero, ?14 at most, for listing-fit.
SELECT id FROM listing
WHERE kind IN (1, 4, 8, 16) AND total >= coalesce(?9, 0) AND (?10 IS NULL OR total <= ?10)
UNION ALL
SELECT id FROM listing
WHERE kind = 16 AND total < 0 AND total <= -coalesce(?9, 0) AND (?10 IS NULL OR total >= -?10)
LIMIT ?14;
