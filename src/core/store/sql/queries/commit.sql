-- SPDX-License-Identifier: GPL-3.0-or-later
-- Makes what was done since begin.sql last.
COMMIT;
