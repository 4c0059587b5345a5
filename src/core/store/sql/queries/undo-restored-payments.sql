-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives payments back to the client that they had before change ?1.
UPDATE payment
SET client_id = r.before ->> 'client_id'
FROM revision r
WHERE r.change_id = ?1 AND r.entity = 'payment' AND r.entity_id = payment.id;
