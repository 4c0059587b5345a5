-- SPDX-License-Identifier: GPL-3.0-or-later
-- An invoice of the book, what remains due on it and what was given up.
SELECT v.id, v.client_id, v.client_name, v.number, v.issued, v.due, v.currency, v.total, v.balance, v.label,
       v.written_off, i.type, i.means, i.due_source, i.reference, i.corrects, i.excluded, i.excluded_until
FROM invoice_state v
JOIN invoice i ON i.id = v.id
WHERE v.id = ?1;
