-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds the rows of a client in the listing.
CREATE INDEX IF NOT EXISTS temp.listing_of_client ON listing (client_id);
