-- SPDX-License-Identifier: GPL-3.0-or-later
-- A payment of an export, added by change ?1: the columns as relance-record.h lists them.
INSERT INTO payment (added_by, client_id, kind, date, currency, amount, means, number, reference, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, ''), ?8, ?9, ?10);
