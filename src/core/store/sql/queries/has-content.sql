-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether anybody ever put anything into the book.
SELECT EXISTS (SELECT 1 FROM change) OR EXISTS (SELECT 1 FROM setting)
       OR EXISTS (SELECT 1 FROM account) OR EXISTS (SELECT 1 FROM sender);
