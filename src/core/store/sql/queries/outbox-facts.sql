-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of what message ?1 asks for: the balance then and now (NULL: removed), whether the
-- invoice kept its number, when it is due, and where the client is written to now.
SELECT d.balance, s.balance, d.number = s.number, s.due, c.email, c.removed_by IS NOT NULL
FROM message m
JOIN client c ON c.id = m.client_id
JOIN message_debt d ON d.message_id = m.id
LEFT JOIN instalment_state s ON s.id = d.instalment_id
WHERE m.id = ?1;
