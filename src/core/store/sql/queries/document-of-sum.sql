-- SPDX-License-Identifier: GPL-3.0-or-later
-- The document whose content has the checksum ?1.
SELECT id FROM document WHERE sha256 = ?1;
