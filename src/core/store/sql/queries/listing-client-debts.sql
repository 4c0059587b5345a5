-- SPDX-License-Identifier: GPL-3.0-or-later
-- What client ?1 owes on day ?2 by currency: currency, owed, overdue, credit (not listed: 0), open invoices.
SELECT currency, sum(balance), sum(iif(due < ?2, balance, 0)), 0, count(DISTINCT invoice_id)
FROM listing_part
WHERE client_id = ?1 AND balance > 0
GROUP BY currency
ORDER BY sum(balance) DESC, currency;
