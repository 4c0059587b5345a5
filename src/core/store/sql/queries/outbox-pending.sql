-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether client ?1 has a message that may still leave, or may have left.
SELECT EXISTS (SELECT 1 FROM message
               WHERE client_id = ?1 AND state IN ('approved', 'waiting', 'sending', 'unknown'));
