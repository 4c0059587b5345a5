-- SPDX-License-Identifier: GPL-3.0-or-later
-- Adds account ?1.
INSERT INTO account (id, provider, base_url, user, state, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
