-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new invoice.
INSERT INTO invoice (client_id, number, issued, currency, total, label, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
