-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps each kind of row of the listing in the order of client_key.
CREATE INDEX IF NOT EXISTS temp.listing_by_client_key ON listing (kind, client_key);
