-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows the listing has, or one of the listing-among-… that stands for it.
SELECT count(*) FROM listing;
