-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?4 attaches document ?1 to invoice ?2 or payment ?3; to neither: it waits.
INSERT INTO attachment (document_id, invoice_id, payment_id, added_by) VALUES (?1, ?2, ?3, ?4);
