-- SPDX-License-Identifier: GPL-3.0-or-later
-- Is there any client?
SELECT EXISTS (SELECT 1 FROM client WHERE removed_by IS NULL);
