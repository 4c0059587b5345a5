-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which invoices are not the sum of their instalments? Removed ones too, for they may be brought back.
SELECT i.id
FROM invoice i
WHERE i.total <> (SELECT coalesce(sum(s.amount), -1) FROM instalment s
                  WHERE s.invoice_id = i.id AND s.removed_by IS NULL);
