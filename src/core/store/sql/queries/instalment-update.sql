-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects instalment ?3.
UPDATE instalment SET due = ?1, amount = ?2 WHERE id = ?3;
