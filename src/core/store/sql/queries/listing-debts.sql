-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every client owes on day ?1, by client and currency, in ?2 alone or '' for all: owed, overdue.
SELECT client_id, currency, sum(balance), sum(iif(due < ?1, balance, 0))
FROM listing_part
WHERE balance > 0 AND (?2 = '' OR currency = ?2)
GROUP BY client_id, currency;
