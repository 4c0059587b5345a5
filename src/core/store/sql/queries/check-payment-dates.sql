-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which payments were received on a day that does not exist?
SELECT y.id FROM payment y WHERE date(y.date) IS NOT y.date;
