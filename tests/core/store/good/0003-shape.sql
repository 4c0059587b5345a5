-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA user_version = 3;
CREATE TABLE shape (name TEXT) STRICT;
