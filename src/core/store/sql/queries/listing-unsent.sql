-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages that have not left, newest first, ?1 at most: those of outbox-ids, by their numbers in the
-- listing.
SELECT l.id
FROM message m
JOIN listing_message l ON l.message_id = m.id
WHERE m.state NOT IN ('accepted', 'withdrawn')
ORDER BY m.approved_at DESC, m.id
LIMIT ?1;
