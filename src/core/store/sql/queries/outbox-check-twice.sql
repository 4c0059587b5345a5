-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages that a provider took in more than one try.
SELECT message_id FROM attempt WHERE purpose = 'send' AND outcome = 'accepted'
GROUP BY message_id HAVING count(*) > 1;
