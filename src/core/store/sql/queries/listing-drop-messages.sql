-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the messages to client ?1.
DELETE FROM listing_message WHERE client_id = ?1;
