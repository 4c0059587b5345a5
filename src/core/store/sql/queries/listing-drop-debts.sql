-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what clients ?1 to ?2 owe.
DELETE FROM listing_debt WHERE client_id BETWEEN ?1 AND ?2;
