-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rows whose words have the letters ?15, ?14 at most, for listing-fit.
SELECT rowid AS id FROM listing_words WHERE listing_words MATCH ?15 LIMIT ?14;
