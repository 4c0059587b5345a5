-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages that speak of invoice ?1, newest first, ?2 at most:
-- id, when, state, stage, address, reason.
SELECT m.id, coalesce (nullif (m.done_at, 0), m.approved_at) AS at, m.state, m.stage, m.to_address,
       m.reason
FROM message m
WHERE m.id IN (SELECT d.message_id FROM message_debt d WHERE d.invoice_id = ?1)
ORDER BY at DESC, m.id
LIMIT ?2;
