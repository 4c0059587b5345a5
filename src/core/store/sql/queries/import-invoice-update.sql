-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects invoice ?1: issued, total, and its label where it has none.
UPDATE invoice SET issued = ?2, total = ?3, label = coalesce(label, ?4) WHERE id = ?1;
