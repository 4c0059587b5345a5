-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which rows name a row that is not there? table, rowid, table that is named, which key.
PRAGMA foreign_key_check;
