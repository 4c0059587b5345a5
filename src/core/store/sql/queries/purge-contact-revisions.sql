-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what contact ?1 was before.
DELETE FROM revision WHERE entity = 'contact' AND entity_id = ?1;
