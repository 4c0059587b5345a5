-- SPDX-License-Identifier: GPL-3.0-or-later
-- Brings back the attachments that change ?1 removed, but those whose own addition was taken back.
UPDATE attachment
SET removed_by = (SELECT u.id FROM change u WHERE u.undoes = attachment.added_by)
WHERE removed_by = ?1;
