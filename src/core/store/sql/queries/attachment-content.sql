-- SPDX-License-Identifier: GPL-3.0-or-later
-- The content of attachment ?1, and the sum that it had when it was kept.
SELECT d.content, d.sha256
FROM attachment a JOIN document d ON d.id = a.document_id
WHERE a.id = ?1 AND a.removed_by IS NULL;
