-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every client owes, by currency, in ?1 alone or '' for all: client, currency, owed, overdue.
SELECT client_id, currency, owed, overdue
FROM listing_debt
WHERE ?1 = '' OR currency = ?1
ORDER BY client_id, currency;
