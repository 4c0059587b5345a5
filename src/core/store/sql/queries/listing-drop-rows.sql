-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the invoices and the credit notes of client ?1.
DELETE FROM listing WHERE client_id = ?1;
