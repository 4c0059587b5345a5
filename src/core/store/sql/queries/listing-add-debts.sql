-- SPDX-License-Identifier: GPL-3.0-or-later
-- Adds up by currency what clients ?1 to ?2 owe on day ?3.
INSERT INTO listing_debt (client_id, currency, owed, overdue, n_open)
SELECT client_id, currency, sum(balance), sum(iif(due < ?3, balance, 0)), count(DISTINCT invoice_id)
FROM listing_part
WHERE balance > 0 AND client_id BETWEEN ?1 AND ?2
GROUP BY client_id, currency;
