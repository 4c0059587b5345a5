-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last ids in use: of invoices, instalments and payments.
SELECT (SELECT coalesce(max(id), 0) FROM invoice), (SELECT coalesce(max(id), 0) FROM instalment),
       (SELECT coalesce(max(id), 0) FROM payment);
