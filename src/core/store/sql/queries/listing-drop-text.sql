-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets by which words client ?1 is found in the listing.
DELETE FROM listing_text WHERE id IN (SELECT id FROM listing WHERE client_id = ?1);
