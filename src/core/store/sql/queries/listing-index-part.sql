-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds the instalments of a client in the listing.
CREATE INDEX IF NOT EXISTS temp.listing_part_of_client ON listing_part (client_id);
