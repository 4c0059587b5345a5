-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book, version 3: records nothing more, and finds in a large book what was looked for row by row.

PRAGMA user_version = 3;

-- A number is that of one invoice of a client, and of any that were removed. SQLite asks by this key too
-- whether a client has invoices, which it would not by one that leaves out those that were removed.
DROP INDEX invoice_key;
CREATE UNIQUE INDEX invoice_key ON invoice (client_id, number, iif (removed_by IS NULL, 0, id));

-- What stands in the way when an instalment or a contact is deleted for good.
CREATE INDEX message_debt_instalment ON message_debt (instalment_id);
CREATE INDEX client_reminder_contact ON client (reminder_contact_id) WHERE reminder_contact_id IS NOT NULL;

-- What was removed, to bring it back or to delete it for good.
CREATE INDEX client_removed ON client (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX contact_removed ON contact (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX invoice_removed ON invoice (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX payment_removed ON payment (removed_by) WHERE removed_by IS NOT NULL;

-- The lists of messages, the newest first.
CREATE INDEX message_approved ON message (approved_at, state);
