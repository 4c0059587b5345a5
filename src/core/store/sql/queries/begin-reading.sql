-- SPDX-License-Identifier: GPL-3.0-or-later
-- Starts to read: what others write meanwhile is not seen.
BEGIN DEFERRED;
