-- SPDX-License-Identifier: GPL-3.0-or-later
-- Attachments that were removed by change ?1 or before it, or hang on what was; ?2 at most.
SELECT a.id
FROM attachment a
LEFT JOIN invoice i ON i.id = a.invoice_id
LEFT JOIN payment y ON y.id = a.payment_id
WHERE a.removed_by <= ?1 OR i.removed_by <= ?1 OR y.removed_by <= ?1
LIMIT ?2;
