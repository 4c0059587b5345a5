-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a file may know a client by: client, folded name, SIREN, SIRET, VAT number, code, terms. One whose
-- place another took leads to that one.
SELECT coalesce(m.id, c.id), c.name_key, c.siren, c.siret, c.vat, c.code, coalesce(m.terms, c.terms)
FROM client c
LEFT JOIN client m ON m.id = c.merged_into AND m.removed_by IS NULL
WHERE c.removed_by IS NULL OR m.id IS NOT NULL
ORDER BY c.removed_by IS NOT NULL, c.id;
