-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows (of every kind, for the sake of the index) issued from ?7 to ?8, ?14 at most, for listing-fit.
SELECT id FROM listing
WHERE kind IN (1, 4, 8, 16) AND issued BETWEEN coalesce(?7, '') AND coalesce(?8, '9999-12-31') LIMIT ?14;
