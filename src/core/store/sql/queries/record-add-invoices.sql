-- SPDX-License-Identifier: GPL-3.0-or-later
-- An invoice of an export, added by change ?1: the columns as relance-record.h lists them.
INSERT INTO invoice (added_by, client_id, number, issued, currency, total, label, type, means,
                     due_source, reference, corrects, excluded, excluded_until)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14);
