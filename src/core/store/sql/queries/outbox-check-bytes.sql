-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every try with what it sent, and the bytes that were approved.
SELECT DISTINCT m.id, t.sha256, m.request FROM attempt t JOIN message m ON m.id = t.message_id
WHERE t.purpose = 'send';
