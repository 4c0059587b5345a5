-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every client is called: client, name.
SELECT id, name FROM client WHERE removed_by IS NULL;
