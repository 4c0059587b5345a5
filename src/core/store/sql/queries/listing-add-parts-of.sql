-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists the instalments of client ?1.
INSERT INTO listing_part (id, invoice_id, client_id, currency, due, balance, settled, given_up)
SELECT s.id, s.invoice_id, s.client_id, s.currency, s.due, s.balance, s.settled,
       (SELECT coalesce(sum(a.amount), 0)
        FROM allocation a
        JOIN payment y ON y.id = a.payment_id AND y.removed_by IS NULL AND y.kind = 'write-off'
        WHERE a.instalment_id = s.id)
FROM instalment_state s
WHERE s.client_id = ?1;
