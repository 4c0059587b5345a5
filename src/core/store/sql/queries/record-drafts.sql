-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was typed and has not left, or for client ?1 alone, as relance-record.h lists its columns.
SELECT f.client_id, f.stage, f.tone, f.address, f.language, f.subject, f.text, f.edited_at
FROM draft f
WHERE ?1 = 0 OR f.client_id = ?1
ORDER BY f.client_id;
