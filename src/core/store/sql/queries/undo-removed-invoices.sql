-- SPDX-License-Identifier: GPL-3.0-or-later
-- Brings back the invoices that change ?1 removed, but those whose own addition was taken back.
UPDATE invoice
SET removed_by = (SELECT u.id FROM change u WHERE u.undoes = invoice.added_by)
WHERE removed_by = ?1;
