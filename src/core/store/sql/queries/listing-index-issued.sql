-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps the listing in the order of issued.
CREATE INDEX IF NOT EXISTS temp.listing_by_issued ON listing (issued);
