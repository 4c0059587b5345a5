-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which dates of the book are no dates? table, id.
SELECT 'invoice', id FROM invoice WHERE date (issued) IS NOT issued
UNION ALL
SELECT 'instalment', id FROM instalment WHERE date (due) IS NOT due
UNION ALL
SELECT 'payment', id FROM payment WHERE date (date) IS NOT date;
