-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that are held up without a reason.
SELECT id FROM message
WHERE state IN ('waiting', 'refused', 'unknown', 'withdrawn') AND (reason IS NULL OR reason = '');
