-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every row of the listing that fits what is asked, with what it adds to the sums. Another order
-- replaces the one that is written here.
SELECT l.id, l.currency, l.total, l.balance FROM listing_fit l ORDER BY l.due ASC, l.id ASC;
