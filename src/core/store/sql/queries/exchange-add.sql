-- SPDX-License-Identifier: GPL-3.0-or-later
-- Client ?1 was in touch: change ?2 says so.
INSERT INTO exchange (client_id, added_by, date, channel, stage, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6);
