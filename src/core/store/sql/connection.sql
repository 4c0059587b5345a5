-- SPDX-License-Identifier: GPL-3.0-or-later
-- How every connection behaves. A file that changes or fails under us is an
-- error, never a signal (no mmap). What is derived from a large book for a
-- while lies in a file, not in memory.
PRAGMA mmap_size = 0;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -32768;
-- What is erased leaves no trace in the file.
PRAGMA secure_delete = ON;
PRAGMA temp.cache_size = -4096;
PRAGMA temp.journal_mode = MEMORY;
