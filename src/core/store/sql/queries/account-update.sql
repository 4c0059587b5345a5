-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a check or a send found out about account ?1.
UPDATE account SET base_url = ?2, state = ?3, reason = ?4 WHERE id = ?1 AND removed = 0;
