-- SPDX-License-Identifier: GPL-3.0-or-later
-- Change ?3 gives what is attached to payment ?1 to payment ?2, which takes its place.
INSERT INTO attachment (document_id, payment_id, added_by)
SELECT document_id, ?2, ?3 FROM attachment WHERE payment_id = ?1 AND removed_by IS NULL;
