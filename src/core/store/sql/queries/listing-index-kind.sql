-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds the rows of a state in the listing.
CREATE INDEX IF NOT EXISTS temp.listing_by_kind ON listing (kind, due);
