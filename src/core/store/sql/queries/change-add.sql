-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notes something the user does: when, kind, detail, client, invoice, the change it takes back.
INSERT INTO change (at, kind, detail, client_id, invoice_id, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
