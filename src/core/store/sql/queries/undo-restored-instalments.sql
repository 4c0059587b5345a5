-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives instalments what they held before change ?1.
UPDATE instalment
SET due = r.before ->> 'due', amount = r.before ->> 'amount'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'instalment' AND r.entity_id = instalment.id;
