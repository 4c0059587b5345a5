-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the provider took since ?1 without telling its own id.
SELECT id FROM message WHERE state = 'accepted' AND reason = 'reference-missing' AND done_at >= ?1
ORDER BY done_at, id;
