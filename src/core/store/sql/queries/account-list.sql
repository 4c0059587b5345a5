-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every account, the one to use first on top: a good one before others, the folder last.
SELECT id, provider, base_url, user, state, reason
FROM account
WHERE removed = 0
ORDER BY CASE state WHEN 'ready' THEN 0 WHEN 'unchecked' THEN 1 ELSE 2 END, provider = 'folder', provider, id;
