-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps the listing in the order of client_key.
CREATE INDEX IF NOT EXISTS temp.listing_by_client_key ON listing (client_key);
