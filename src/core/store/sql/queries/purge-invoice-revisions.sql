-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what invoice ?1 and its instalments were before.
DELETE FROM revision
WHERE entity = 'invoice' AND entity_id = ?1
   OR entity = 'instalment' AND entity_id IN (SELECT id FROM instalment WHERE invoice_id = ?1);
