-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows of client ?2, ?14 at most, for listing-fit.
SELECT id FROM listing WHERE client_id = ?2 LIMIT ?14;
