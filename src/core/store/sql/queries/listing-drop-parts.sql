-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the instalments of client ?1.
DELETE FROM listing_part WHERE client_id = ?1;
