-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the notes on the payments of client ?1.
UPDATE payment SET note = NULL WHERE client_id = ?1;
