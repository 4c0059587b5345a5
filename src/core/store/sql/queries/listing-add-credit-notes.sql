-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists the credit notes of client ?1, or of all when it is 0. What counts towards no invoice yet is
-- the balance.
INSERT INTO listing (id, client_id, client_key, number, issued, due, currency, total, balance, kind,
                     standing, words)
SELECT -y.id, y.client_id, k.name_key, coalesce(y.number, ''), y.date, y.date, y.currency, -y.amount,
       (SELECT coalesce(sum(a.amount), 0)
        FROM allocation a
        JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
        JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
        WHERE a.payment_id = y.id) - y.amount,
       16, '2' || y.date,
       coalesce(fold(y.number), '') || char(10) || coalesce(fold(y.note), '') || char(10) || k.words
FROM payment y
JOIN listing_client k ON k.id = y.client_id
WHERE y.kind = 'credit-note' AND y.removed_by IS NULL AND (?1 = 0 OR y.client_id = ?1);
