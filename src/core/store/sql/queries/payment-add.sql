-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lowers a debt: client, date, amount, currency, means, kind, number, reference, note, the row whose
-- place it takes, change.
INSERT INTO payment (client_id, date, amount, currency, means, kind, number, reference, note, replaces,
                     added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
