-- SPDX-License-Identifier: GPL-3.0-or-later
-- Message ?1 of the listing, in the columns of outbox-message but without its letter.
SELECT m.id, m.client_id, m.client_name, m.to_address, m.to_name, m.from_address, m.from_name, m.reply_to,
       m.subject, '', '', m.stage, m.tone, m.address, m.language, m.message_id, m.provider, m.account_id,
       m.approved_at, m.not_before, m.state, m.reason, m.detail, m.tries, m.next_try_at, m.done_at,
       m.provider_reference, c.time_zone
FROM listing_message l
JOIN message m ON m.id = l.message_id
JOIN client c ON c.id = m.client_id
WHERE l.id = ?1;
