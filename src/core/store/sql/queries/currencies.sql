-- SPDX-License-Identifier: GPL-3.0-or-later
-- The currencies in which anything was invoiced.
SELECT DISTINCT currency FROM invoice WHERE removed_by IS NULL ORDER BY currency;
