-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the book keeps the document of any invoice.
SELECT EXISTS (SELECT 1 FROM attachment WHERE invoice_id IS NOT NULL AND removed_by IS NULL);
