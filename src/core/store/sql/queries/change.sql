-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was done, and was it taken back?
SELECT c.id, c.at, c.kind, c.detail, c.client_id, c.invoice_id,
       (SELECT u.id FROM change u WHERE u.undoes = c.id)
FROM change c
WHERE c.id = ?1;
