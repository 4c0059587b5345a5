-- SPDX-License-Identifier: GPL-3.0-or-later
-- A contact of an export, added by change ?1: the columns as relance-record.h lists them.
INSERT INTO contact (added_by, client_id, title, first_name, last_name, role, email, phone)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
