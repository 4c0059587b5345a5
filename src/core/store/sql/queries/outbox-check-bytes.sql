-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every try with what it sent, and the bytes that were approved, unless they were erased since.
SELECT DISTINCT m.id, t.sha256, m.request FROM attempt t JOIN message m ON m.id = t.message_id
JOIN client c ON c.id = m.client_id AND c.erased_at IS NULL
WHERE t.purpose = 'send';
