-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many messages are not listed yet.
SELECT (SELECT count(*) FROM message) - (SELECT count(*) FROM listing_message);
