-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages that left or never will, newest first: those that have the folded words ?1 where there are
-- any, ?2 at most. (CROSS: in the order of the key of messages, of which a page needs no more than its rows.)
SELECT l.id
FROM message m
CROSS JOIN listing_message l ON l.message_id = m.id
WHERE m.state IN ('accepted', 'handed-over', 'withdrawn') AND (?1 IS NULL OR holds(l.words, ?1))
ORDER BY m.approved_at DESC, m.state DESC, m.id DESC
LIMIT ?2;
