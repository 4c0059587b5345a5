-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is kept is kept again.
DELETE FROM setting WHERE key = 'erasing';
