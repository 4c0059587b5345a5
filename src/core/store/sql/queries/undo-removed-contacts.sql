-- SPDX-License-Identifier: GPL-3.0-or-later
-- Brings back the contacts that change ?1 removed, but those whose own addition was taken back.
UPDATE contact
SET removed_by = (SELECT u.id FROM change u WHERE u.undoes = contact.added_by)
WHERE removed_by = ?1;
