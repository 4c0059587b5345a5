-- SPDX-License-Identifier: GPL-3.0-or-later
-- Client ?1 has reminder plan ?2 (NULL: that of the program named ?3) from now on.
UPDATE client SET plan_id = ?2, plan = ?3 WHERE id = ?1;
