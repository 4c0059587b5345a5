-- SPDX-License-Identifier: GPL-3.0-or-later
-- What belongs to this connection alone may be written again.
PRAGMA query_only = OFF;
