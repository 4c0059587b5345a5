-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows an export reads at most: what its progress is measured by.
SELECT (SELECT count(*) FROM client) + (SELECT count(*) FROM contact) + (SELECT count(*) FROM invoice)
       + (SELECT count(*) FROM instalment) + (SELECT count(*) FROM payment)
       + (SELECT count(*) FROM allocation) + (SELECT count(*) FROM attachment)
       + (SELECT count(*) FROM message) + (SELECT count(*) FROM change);
