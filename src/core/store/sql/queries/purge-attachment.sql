-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets attachment ?1: answers its document.
DELETE FROM attachment WHERE id = ?1 RETURNING document_id;
