-- SPDX-License-Identifier: GPL-3.0-or-later
-- Account ?1.
SELECT id, provider, base_url, user, state, reason FROM account WHERE id = ?1 AND removed = 0;
