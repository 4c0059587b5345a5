-- SPDX-License-Identifier: GPL-3.0-or-later
-- Brings back the payments that change ?1 removed, but those whose own addition was taken back.
UPDATE payment
SET removed_by = (SELECT u.id FROM change u WHERE u.undoes = payment.added_by)
WHERE removed_by = ?1;
