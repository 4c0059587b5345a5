-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects client ?12.
UPDATE client
SET name = ?1, name_key = ?2, kind = ?3, tone = ?4, address = ?5, language = ?6, title = ?7,
    first_name = ?8, last_name = ?9, email = ?10, phone = ?11
WHERE id = ?12;
