-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what client ?1 was before.
DELETE FROM revision WHERE entity = 'client' AND entity_id = ?1;
