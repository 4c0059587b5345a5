-- SPDX-License-Identifier: GPL-3.0-or-later
-- Starts to write what belongs to this connection alone, from one state of the book.
BEGIN DEFERRED;
