-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments that were removed by change ?1 or before it and may go for good; ?2 at most, those first that
-- took the place of others. Not those whose place another took that stays. The last id stays too. (+: found
-- by what removed them, not by a look at all.)
SELECT y.id
FROM payment y
WHERE y.removed_by <= ?1
  AND +y.id < (SELECT max(id) FROM payment)
  AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.payment_id = y.id)
  AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.replaces = y.id)
ORDER BY +y.id DESC
LIMIT ?2;
