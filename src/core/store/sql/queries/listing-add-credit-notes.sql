-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists the credit notes of client ?1, or of all when it is 0. What counts towards no invoice yet is
-- the balance.
INSERT INTO listing (id, kind, due, client_id, currency, total, issued, settlement, balance, standing,
                     number, client_key, label_key)
SELECT -y.id, 16, y.date, y.client_id, y.currency, -y.amount, y.date, 0,
       (SELECT coalesce(sum(a.amount), 0)
        FROM allocation a
        JOIN instalment s ON s.id = a.instalment_id AND s.removed_by IS NULL
        JOIN invoice i ON i.id = s.invoice_id AND i.removed_by IS NULL
        WHERE a.payment_id = y.id) - y.amount,
       '2' || y.date, coalesce(y.number, ''), k.name_key, coalesce(fold(y.note), '')
FROM payment y
JOIN listing_client k ON k.id = y.client_id
WHERE y.kind = 'credit-note' AND y.removed_by IS NULL AND (?1 = 0 OR y.client_id = ?1);
