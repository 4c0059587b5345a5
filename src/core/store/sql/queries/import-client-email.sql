-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives client ?1 the address ?2.
UPDATE client SET email = ?2 WHERE id = ?1;
