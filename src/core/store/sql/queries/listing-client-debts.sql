-- SPDX-License-Identifier: GPL-3.0-or-later
-- What client ?1 owes by currency: currency, owed, overdue, open invoices.
SELECT currency, owed, overdue, n_open
FROM listing_debt
WHERE client_id = ?1
ORDER BY owed DESC, currency;
