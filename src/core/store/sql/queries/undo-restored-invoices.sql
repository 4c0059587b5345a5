-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives invoices what they held before change ?1.
UPDATE invoice
SET number = r.before ->> 'number', issued = r.before ->> 'issued',
    currency = r.before ->> 'currency', total = r.before ->> 'total', label = r.before ->> 'label'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'invoice' AND r.entity_id = invoice.id;
