-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which invoices were issued or fall due on a day that does not exist?
SELECT i.id
FROM invoice i
WHERE date(i.issued) IS NOT i.issued
   OR EXISTS (SELECT 1 FROM instalment s WHERE s.invoice_id = i.id AND date(s.due) IS NOT s.due);
