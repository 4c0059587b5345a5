-- SPDX-License-Identifier: GPL-3.0-or-later
-- Its second statement fails: the first must not stay.
PRAGMA user_version = 9002;
CREATE TABLE colour (name TEXT) STRICT;
CREATE TABLE colour (name TEXT) STRICT;
