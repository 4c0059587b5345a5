-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes message ?1 for sending, when it still is in state ?2: nobody else then can.
UPDATE message SET state = 'sending', tries = tries + 1 WHERE id = ?1 AND state = ?2;
