-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many of the tables are missing that the book of every version has.
SELECT 8 - count(*) FROM sqlite_schema
WHERE type = 'table' AND name IN ('setting', 'change', 'client', 'invoice', 'instalment', 'payment',
                                  'allocation', 'message');
