-- SPDX-License-Identifier: GPL-3.0-or-later
-- Contacts that were removed by change ?1 or before it and may go for good; ?2 at most. Not those that
-- reminders of a client go to, unless that one goes too. The last id stays, so that it is not given again.
SELECT t.id
FROM contact t
WHERE t.removed_by <= ?1
  AND t.id < (SELECT max(id) FROM contact)
  AND NOT EXISTS (SELECT 1
                  FROM client c
                  WHERE c.reminder_contact_id = t.id
                    AND (coalesce(c.removed_by > ?1, 1) OR c.merged_into IS NOT NULL))
LIMIT ?2;
