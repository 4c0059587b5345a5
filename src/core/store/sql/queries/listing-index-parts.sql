-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finds the rows of the listing that are due in several instalments.
CREATE INDEX IF NOT EXISTS temp.listing_in_parts ON listing (settlement) WHERE settlement = 8;
