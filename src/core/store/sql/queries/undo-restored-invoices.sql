-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives invoices what they held before change ?1.
UPDATE invoice
SET client_id = coalesce(r.before ->> 'client_id', client_id), number = r.before ->> 'number', issued = r.before ->> 'issued',
    currency = r.before ->> 'currency', total = r.before ->> 'total', label = r.before ->> 'label',
    type = r.before ->> 'type', means = r.before ->> 'means', due_source = r.before ->> 'due_source',
    reference = r.before ->> 'reference', corrects = r.before ->> 'corrects',
    excluded = r.before ->> 'excluded', excluded_until = r.before ->> 'excluded_until'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'invoice' AND r.entity_id = invoice.id;
