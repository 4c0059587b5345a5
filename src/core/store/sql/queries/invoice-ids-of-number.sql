-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoices of that number, and whose they are.
SELECT i.id, c.name
FROM invoice i JOIN client c ON c.id = i.client_id
WHERE i.number = ?1 AND i.removed_by IS NULL
ORDER BY c.name_key, i.id;
