-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds the rows in a currency in the listing.
CREATE INDEX IF NOT EXISTS temp.listing_by_currency ON listing (currency);
