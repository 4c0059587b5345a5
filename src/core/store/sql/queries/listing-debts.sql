-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every client owes on day ?1, by client and currency: owed, overdue.
SELECT client_id, currency, sum(balance), sum(iif(due < ?1, balance, 0))
FROM listing_part
WHERE balance > 0
GROUP BY client_id, currency;
