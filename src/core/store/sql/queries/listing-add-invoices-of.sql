-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists the invoices of client ?1.
INSERT INTO listing (id, client_id, client_key, number, issued, due, currency, total, balance, kind,
                     standing, words)
SELECT i.id, i.client_id, k.name_key, i.number, i.issued, p.due, i.currency, i.total, p.balance,
       CASE WHEN p.balance > 0 THEN 1 WHEN p.given_up > 0 THEN 8 ELSE 4 END,
       (p.balance <= 0) || p.due, fold(i.number) || char(10) || coalesce(fold(i.label), '') || char(10) || k.words
FROM (SELECT invoice_id, sum(balance) AS balance, sum(given_up) AS given_up,
             coalesce(min(iif(balance > 0, due, NULL)), max(due)) AS due
      FROM listing_part
      WHERE client_id = ?1
      GROUP BY invoice_id) p
JOIN invoice i ON i.id = p.invoice_id
JOIN listing_client k ON k.id = i.client_id;
