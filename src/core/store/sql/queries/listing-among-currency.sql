-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows in currency ?3, ?14 at most, for listing-fit.
SELECT id FROM listing WHERE currency = ?3 LIMIT ?14;
