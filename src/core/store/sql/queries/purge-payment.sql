-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets payment ?1.
DELETE FROM payment WHERE id = ?1;
