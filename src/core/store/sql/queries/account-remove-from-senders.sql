-- SPDX-License-Identifier: GPL-3.0-or-later
-- The senders that left by account ?1 choose anew.
UPDATE sender SET account_id = NULL WHERE account_id = ?1;
