-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects invoice ?6.
UPDATE invoice SET number = ?1, issued = ?2, currency = ?3, total = ?4, label = ?5 WHERE id = ?6;
