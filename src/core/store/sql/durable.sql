-- SPDX-License-Identifier: GPL-3.0-or-later
-- A commit is on the disk before it returns. In this order: to change the journal is a commit,
-- and brings along what a book that grew (growing.sql) has not synchronised yet.
PRAGMA synchronous = FULL;
PRAGMA journal_mode = WAL;
