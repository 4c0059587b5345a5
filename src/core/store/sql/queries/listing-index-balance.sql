-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps the listing in the order of balance.
CREATE INDEX IF NOT EXISTS temp.listing_by_balance ON listing (balance);
