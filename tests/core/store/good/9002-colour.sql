-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA user_version = 9002;
CREATE TABLE colour (name TEXT) STRICT;
