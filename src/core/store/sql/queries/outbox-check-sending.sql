-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that are said to be leaving, without a try that is under way.
SELECT id FROM message m
WHERE state = 'sending'
  AND NOT EXISTS (SELECT 1 FROM attempt t
                  WHERE t.message_id = m.id AND t.purpose = 'send' AND t.finished_at IS NULL);
