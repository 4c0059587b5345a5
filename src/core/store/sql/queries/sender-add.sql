-- SPDX-License-Identifier: GPL-3.0-or-later
-- Adds a sender.
INSERT INTO sender (address, name, reply_to, account_id, voice) VALUES (?1, ?2, ?3, ?4, ?5);
