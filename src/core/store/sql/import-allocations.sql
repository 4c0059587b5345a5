-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the payments of an import are spread, likewise.
CREATE TABLE import_allocation (instalment_id INTEGER, payment_id INTEGER, amount INTEGER);
