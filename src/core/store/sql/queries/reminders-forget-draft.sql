-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets what the user typed for client ?1.
DELETE FROM draft WHERE client_id = ?1;
