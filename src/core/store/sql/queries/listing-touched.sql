-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose invoices may differ since change ?1: clients, and NULL where it may be anybody's.
SELECT DISTINCT iif(coalesce(u.kind, c.kind) IN ('import', 'clients-merged'), NULL,
                    coalesce(u.client_id, c.client_id))
FROM change c
LEFT JOIN change u ON u.id = c.undoes
WHERE c.id > ?1;
