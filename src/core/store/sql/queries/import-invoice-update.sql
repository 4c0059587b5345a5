-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects invoice ?1: issued, total, where its due date came from; and what it does not say yet: label,
-- type, means, the client's order, the invoice that it corrects.
UPDATE invoice
SET issued = ?2, total = ?3, due_source = coalesce(?4, due_source), label = coalesce(label, ?5),
    type = coalesce(type, ?6), means = coalesce(means, ?7), reference = coalesce(reference, ?8),
    corrects = coalesce(corrects, ?9)
WHERE id = ?1;
