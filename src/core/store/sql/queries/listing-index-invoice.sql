-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds the instalments of an invoice in the listing.
CREATE INDEX IF NOT EXISTS temp.listing_part_of_invoice ON listing_part (invoice_id);
