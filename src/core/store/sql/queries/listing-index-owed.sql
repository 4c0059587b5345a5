-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds what clients owe in the listing.
CREATE INDEX IF NOT EXISTS temp.listing_owed ON listing_part (client_id, currency, due, balance, invoice_id)
WHERE balance > 0;
