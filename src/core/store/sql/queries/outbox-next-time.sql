-- SPDX-License-Identifier: GPL-3.0-or-later
-- The earliest moment at which a message may leave, or its fate may be asked for; not of accounts
-- that need attention.
SELECT min(max(m.not_before, m.next_try_at))
FROM message m
LEFT JOIN account a ON a.id = m.account_id
WHERE (m.state IN ('approved', 'waiting') OR (m.state = 'unknown' AND m.next_try_at > 0))
  AND coalesce(a.state, '') <> 'attention';
