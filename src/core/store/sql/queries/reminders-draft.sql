-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the user typed for client ?1.
SELECT stage, tone, address, language, subject, text FROM draft WHERE client_id = ?1;
