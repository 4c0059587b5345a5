-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the words that were written to client ?1, and where they were sent: that they were stays.
UPDATE message
SET to_address = '', to_name = '', subject = '', text = '', html = '', request = x'', detail = NULL,
    provider_reference = NULL
WHERE client_id IN (SELECT id FROM client WHERE id = ?1 OR merged_into = ?1);
