-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the pages of the file are sound, without a look at its indexes: "ok", or what is not.
PRAGMA quick_check (1);
