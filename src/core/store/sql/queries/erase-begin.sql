-- SPDX-License-Identifier: GPL-3.0-or-later
-- For the length of a transaction, what is kept may be erased.
INSERT INTO setting (key, value) VALUES ('erasing', '1');
