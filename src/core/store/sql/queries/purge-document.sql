-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets document ?1, unless something else has it too.
DELETE FROM document
WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM attachment WHERE document_id = ?1);
