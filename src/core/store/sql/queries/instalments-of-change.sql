-- SPDX-License-Identifier: GPL-3.0-or-later
-- The schedule that change ?2 gave invoice ?1: due date and amount, oldest due first.
SELECT due, amount FROM instalment WHERE invoice_id = ?1 AND added_by = ?2 ORDER BY due, id;
