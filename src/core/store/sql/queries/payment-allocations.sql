-- SPDX-License-Identifier: GPL-3.0-or-later
-- How payment ?1 is spread, oldest due first: instalment, invoice, amount, and whether that invoice was
-- removed, for then the part is a credit.
SELECT a.instalment_id, s.invoice_id, a.amount, i.removed_by IS NOT NULL
FROM allocation a
JOIN instalment s ON s.id = a.instalment_id
JOIN invoice i ON i.id = s.invoice_id
WHERE a.payment_id = ?1
ORDER BY s.due, s.id;
