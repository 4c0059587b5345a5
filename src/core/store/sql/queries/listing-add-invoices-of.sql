-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists the invoices of client ?1.
INSERT INTO listing (id, kind, due, client_id, currency, total, issued, settlement, balance, standing,
                     number, client_key, label_key)
SELECT i.id, CASE WHEN p.balance > 0 THEN 1 WHEN p.given_up > 0 THEN 8 ELSE 4 END, p.due, i.client_id,
       i.currency, i.total, i.issued, p.settlement, p.balance, (p.balance <= 0) || p.due, i.number,
       k.name_key, coalesce(fold(i.label), '')
FROM (SELECT invoice_id, sum(balance) AS balance, sum(given_up) AS given_up,
             coalesce(min(iif(balance > 0, due, NULL)), max(due)) AS due,
             iif(count(*) > 1, 8, CASE WHEN settled <= due THEN 1 WHEN settled > due THEN 2 ELSE 4 END) AS settlement
      FROM listing_part
      WHERE client_id = ?1
      GROUP BY invoice_id) p
JOIN invoice i ON i.id = p.invoice_id
JOIN listing_client k ON k.id = i.client_id;
