-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new invoice.
INSERT INTO invoice (client_id, number, issued, currency, total, label, type, means, due_source,
                     reference, corrects, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
