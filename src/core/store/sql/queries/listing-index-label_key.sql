-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps each kind of row of the listing in the order of label_key.
CREATE INDEX IF NOT EXISTS temp.listing_by_label_key ON listing (kind, label_key);
