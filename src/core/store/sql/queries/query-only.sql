-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing is written through this connection any more.
PRAGMA query_only = ON;
