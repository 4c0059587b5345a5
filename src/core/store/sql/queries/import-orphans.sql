-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows of an import name no client of the book?
SELECT count(*) FROM import_row WHERE client_id NOT IN (SELECT id FROM client);
