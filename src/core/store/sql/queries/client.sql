-- SPDX-License-Identifier: GPL-3.0-or-later
-- A client of the book.
SELECT id, name, kind, tone, address, language, title, first_name, last_name, email, phone
FROM client
WHERE id = ?1 AND removed_by IS NULL;
