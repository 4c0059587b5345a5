-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last thing that was done to the book.
SELECT coalesce(max(id), 0) FROM change;
