-- SPDX-License-Identifier: GPL-3.0-or-later
-- A message that was approved, with its exact bytes.
INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address, from_name, reply_to,
                     subject, text, html, stage, tone, address, language, message_id, provider,
                     account_id, request, approved_at, not_before, state, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23);
