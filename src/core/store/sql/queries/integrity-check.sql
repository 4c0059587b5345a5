-- SPDX-License-Identifier: GPL-3.0-or-later
-- Is the file whole? One row, 'ok', or a row for each thing that is wrong.
PRAGMA integrity_check (20);
