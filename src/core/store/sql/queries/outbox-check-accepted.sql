-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that left without a moment at which they did.
SELECT id FROM message WHERE state = 'accepted' AND done_at = 0;
