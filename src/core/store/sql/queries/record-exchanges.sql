-- SPDX-License-Identifier: GPL-3.0-or-later
-- The exchanges, or those with client ?1 and with whom it was merged from, as relance-record.h lists
-- their columns.
SELECT e.id, coalesce(c.merged_into, c.id), e.date, e.channel, e.stage, e.note
FROM exchange e
JOIN client c ON c.id = e.client_id
WHERE e.removed_by IS NULL AND (?1 = 0 OR c.id = ?1 OR c.merged_into = ?1)
ORDER BY e.date, e.id;
