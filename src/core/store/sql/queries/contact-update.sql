-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects contact ?1.
UPDATE contact
SET title = ?2, first_name = ?3, last_name = ?4, role = ?5, email = ?6, phone = ?7
WHERE id = ?1;
