-- SPDX-License-Identifier: GPL-3.0-or-later
-- A book that has no name yet is thrown away when its program ends early, so
-- nothing of it needs to outlive that: each page is written once.
PRAGMA synchronous = OFF;
PRAGMA journal_mode = MEMORY;
