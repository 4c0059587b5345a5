-- SPDX-License-Identifier: GPL-3.0-or-later
-- What three letters in a row of the listing begin with ?1; ?2 at most.
SELECT term FROM listing_letters WHERE term >= ?1 AND term < ?1 || char(1114111) LIMIT ?2;
