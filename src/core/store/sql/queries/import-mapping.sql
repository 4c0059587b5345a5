-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person said of the columns of a file of shape ?1.
SELECT columns FROM mapping WHERE shape = ?1;
