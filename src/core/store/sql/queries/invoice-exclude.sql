-- SPDX-License-Identifier: GPL-3.0-or-later
-- Leaves invoice ?1 out of reminders: why (NULL: no longer), and until which day (NULL: for good).
UPDATE invoice SET excluded = ?2, excluded_until = ?3 WHERE id = ?1;
