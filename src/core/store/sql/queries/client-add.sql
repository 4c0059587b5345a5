-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new client.
INSERT INTO client (name, name_key, kind, tone, address, language, title, first_name, last_name, email,
                    phone, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
