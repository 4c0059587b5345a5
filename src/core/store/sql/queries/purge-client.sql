-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets client ?1.
DELETE FROM client WHERE id = ?1;
