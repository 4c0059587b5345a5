-- SPDX-License-Identifier: GPL-3.0-or-later
-- The numbers that both client ?1 and client ?2 have, of invoices and of credit notes.
SELECT a.number
FROM invoice a
JOIN invoice b ON b.client_id = ?2 AND b.number = a.number AND b.removed_by IS NULL
WHERE a.client_id = ?1 AND a.removed_by IS NULL
UNION
SELECT a.number
FROM payment a
JOIN payment b ON b.client_id = ?2 AND b.number = a.number AND b.kind = 'credit-note'
              AND b.removed_by IS NULL
WHERE a.client_id = ?1 AND a.kind = 'credit-note' AND a.removed_by IS NULL
ORDER BY 1;
