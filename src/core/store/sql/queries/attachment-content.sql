-- SPDX-License-Identifier: GPL-3.0-or-later
-- The content of attachment ?1.
SELECT d.content
FROM attachment a JOIN document d ON d.id = a.document_id
WHERE a.id = ?1 AND a.removed_by IS NULL;
