-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money received: client, date, amount, currency, means, change.
INSERT INTO payment (client_id, date, amount, currency, means, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
