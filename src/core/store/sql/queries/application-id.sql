-- SPDX-License-Identifier: GPL-3.0-or-later
-- What kind of file is it?
PRAGMA application_id;
