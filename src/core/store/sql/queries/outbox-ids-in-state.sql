-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages in state ?1, in the order in which they may leave.
SELECT id FROM message WHERE state = ?1 ORDER BY not_before, approved_at, id;
