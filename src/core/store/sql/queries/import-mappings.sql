-- SPDX-License-Identifier: GPL-3.0-or-later
-- Was anything ever said of the columns of a file?
SELECT EXISTS (SELECT 1 FROM mapping);
