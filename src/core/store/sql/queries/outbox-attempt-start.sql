-- SPDX-License-Identifier: GPL-3.0-or-later
-- One try of message ?1, before the first byte leaves.
INSERT INTO attempt (message_id, purpose, started_at, sha256) VALUES (?1, ?2, ?3, ?4);
