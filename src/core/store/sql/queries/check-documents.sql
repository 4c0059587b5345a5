-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which documents were never attached to anything?
SELECT d.id FROM document d WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.document_id = d.id);
