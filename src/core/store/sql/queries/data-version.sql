-- SPDX-License-Identifier: GPL-3.0-or-later
-- A number that moves when another connection changed the book.
PRAGMA data_version;
