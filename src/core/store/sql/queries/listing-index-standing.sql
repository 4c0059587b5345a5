-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps each kind of row of the listing in the order of standing.
CREATE INDEX IF NOT EXISTS temp.listing_by_standing ON listing (kind, standing);
