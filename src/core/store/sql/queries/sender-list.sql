-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every sender, in the order they were added.
SELECT id, address, name, reply_to, account_id, voice FROM sender WHERE removed = 0 ORDER BY id;
