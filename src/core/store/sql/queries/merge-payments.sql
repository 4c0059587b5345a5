-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives the payments of client ?1 to client ?2.
UPDATE payment SET client_id = ?2 WHERE client_id = ?1;
