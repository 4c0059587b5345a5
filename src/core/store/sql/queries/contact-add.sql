-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new contact of client ?1, added by change ?2.
INSERT INTO contact (client_id, added_by, title, first_name, last_name, role, email, phone)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
