-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which migration did the book last see?
PRAGMA user_version;
