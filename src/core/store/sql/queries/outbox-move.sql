-- SPDX-License-Identifier: GPL-3.0-or-later
-- Moves message ?1 on, when it still is in state ?2.
UPDATE message
SET state = ?3, reason = ?4, detail = ?5, next_try_at = ?6, done_at = ?7, provider_reference = ?8,
    not_before = ?9
WHERE id = ?1 AND state = ?2;
