-- SPDX-License-Identifier: GPL-3.0-or-later
-- Message ?1 with the time zone of its client and its exact bytes.
SELECT id, client_id, client_name, to_address, to_name, from_address, from_name, reply_to, subject, text,
       html, stage, tone, address, language, message_id, provider, account_id, approved_at, not_before,
       state, reason, detail, tries, next_try_at, done_at, provider_reference,
       (SELECT c.time_zone FROM client c WHERE c.id = message.client_id), request
FROM message
WHERE id = ?1;
