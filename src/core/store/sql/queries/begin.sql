-- SPDX-License-Identifier: GPL-3.0-or-later
-- Starts to write: the lock is taken at once, so that a wait comes before the work.
BEGIN IMMEDIATE;
