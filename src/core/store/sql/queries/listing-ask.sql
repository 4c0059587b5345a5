-- SPDX-License-Identifier: GPL-3.0-or-later
-- Says what is asked of the listing: states ?1, client ?2 or 0, currency ?3 or '', folded words ?4, due
-- dates ?5 to ?6, dates of issue ?7 to ?8, totals ?9 to ?10, a part of the on-time rate ?11 or '',
-- today ?12.
REPLACE INTO listing_ask (id, states, client_id, currency, words, due_from, due_to, issued_from, issued_to,
                          amount_from, amount_to, punctuality, today)
VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
