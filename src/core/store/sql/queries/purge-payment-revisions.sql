-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets whose payment ?1 was before.
DELETE FROM revision WHERE entity = 'payment' AND entity_id = ?1;
