-- SPDX-License-Identifier: GPL-3.0-or-later
-- The messages, or those to client ?1 and to whom it was merged from, as relance-record.h lists their
-- columns.
SELECT m.id, coalesce(c.merged_into, c.id), m.to_name, m.to_address, m.from_name, m.from_address,
       m.reply_to,
       (SELECT group_concat(n.number, ', ')
        FROM (SELECT DISTINCT number FROM message_debt WHERE message_id = m.id ORDER BY number) n),
       m.stage, m.tone, m.address, m.language, m.subject, m.text, m.approved_at, m.state, m.reason,
       m.detail, m.provider, m.provider_reference, m.tries, nullif(m.done_at, 0)
FROM message m
JOIN client c ON c.id = m.client_id
WHERE ?1 = 0 OR c.id = ?1 OR c.merged_into = ?1
ORDER BY m.approved_at, m.id;
