-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages whose tries are not those that were counted.
SELECT id FROM message m
WHERE tries <> (SELECT count(*) FROM attempt t WHERE t.message_id = m.id AND t.purpose = 'send');
