-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?2 takes what is attached to payment ?1 from it.
UPDATE attachment SET removed_by = ?2 WHERE payment_id = ?1 AND removed_by IS NULL;
