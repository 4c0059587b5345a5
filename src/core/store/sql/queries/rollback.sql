-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what was done since begin.sql.
ROLLBACK;
