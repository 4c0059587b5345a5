-- SPDX-License-Identifier: GPL-3.0-or-later
-- Why client ?1 is left out of reminders on day ?2, and until which day where that is known.
SELECT excluded, excluded_until
FROM client
WHERE id = ?1 AND excluded IS NOT NULL AND (excluded_until IS NULL OR excluded_until >= ?2);
