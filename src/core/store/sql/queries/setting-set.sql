-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sets a setting.
INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value;
