-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became of what message ?1 asks for: the balance then and now (NULL: no more), whether the
-- invoice kept its number, when it is due, where the client is written to now, whether the client
-- or the invoice was removed, whether one of them is left out of reminders on day ?2, how the
-- invoice is paid, and whether the user has said since then that they were in touch in the week before
-- it was approved or later.
SELECT d.balance, s.balance, d.number = s.number, s.due, coalesce(t.email, c.email),
       c.removed_by IS NOT NULL OR i.removed_by IS NOT NULL,
       (c.excluded IS NOT NULL AND (c.excluded_until IS NULL OR c.excluded_until >= ?2))
         OR (i.excluded IS NOT NULL AND (i.excluded_until IS NULL OR i.excluded_until >= ?2)),
       i.means,
       EXISTS (SELECT 1
               FROM exchange e
               JOIN change h ON h.id = e.added_by
               JOIN client o ON o.id = e.client_id
               WHERE coalesce(o.merged_into, o.id) = coalesce(c.merged_into, c.id)
                 AND e.removed_by IS NULL AND h.at >= m.approved_at
                 AND e.date > date(m.approved_at, 'unixepoch', '-7 days'))
FROM message m
JOIN client c ON c.id = m.client_id
LEFT JOIN contact t ON t.id = c.reminder_contact_id AND t.removed_by IS NULL
JOIN message_debt d ON d.message_id = m.id
JOIN invoice i ON i.id = d.invoice_id
LEFT JOIN instalment_state s ON s.id = d.instalment_id
WHERE m.id = ?1;
