-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects invoice ?12, which stays with its client (?1).
UPDATE invoice
SET number = ?2, issued = ?3, currency = ?4, total = ?5, label = ?6, type = ?7, means = ?8,
    due_source = ?9, reference = ?10, corrects = ?11
WHERE id = ?12 AND client_id = ?1;
