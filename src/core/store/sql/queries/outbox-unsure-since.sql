-- SPDX-License-Identifier: GPL-3.0-or-later
-- When message ?1 may first have left: the first try whose answer never came or said nothing.
SELECT min(started_at) FROM attempt
WHERE message_id = ?1 AND purpose = 'send' AND (finished_at IS NULL OR outcome = 'unknown');
