-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists the messages that are not listed yet, with what finds them: whom they went to, what about.
INSERT INTO listing_message (message_id, client_id, words)
SELECT m.id, m.client_id,
       fold(m.client_name) || char(10) || fold(m.to_address) || char(10) || fold(m.subject)
       || coalesce((SELECT char(10) || fold(group_concat(d.number, char(10)))
                    FROM message_debt d WHERE d.message_id = m.id), '')
FROM message m
WHERE m.id NOT IN (SELECT message_id FROM listing_message);
