-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps what the user typed for client ?1, in the place of what was kept before.
INSERT INTO draft (client_id, stage, tone, address, language, subject, text, edited_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (client_id) DO UPDATE
SET stage = excluded.stage, tone = excluded.tone, address = excluded.address,
    language = excluded.language, subject = excluded.subject, text = excluded.text,
    edited_at = excluded.edited_at;
