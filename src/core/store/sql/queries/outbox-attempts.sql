-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every try of message ?1, oldest first.
SELECT started_at, finished_at, purpose, phase, http_status, outcome FROM attempt WHERE message_id = ?1
ORDER BY id;
