-- SPDX-License-Identifier: GPL-3.0-or-later
-- The document of that content.
SELECT id FROM document WHERE sha256 = ?1;
