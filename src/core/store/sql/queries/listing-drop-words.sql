-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forgets the words of client ?1, of the rows up to ?2.
DELETE FROM listing_words WHERE rowid IN (SELECT id FROM listing WHERE client_id = ?1 AND id <= ?2);
