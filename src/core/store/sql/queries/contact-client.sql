-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose contact is ?1?
SELECT client_id FROM contact WHERE id = ?1 AND removed_by IS NULL;
