-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new document: hash, name, media type, content.
INSERT INTO document (sha256, name, media_type, content) VALUES (?1, ?2, ?3, ?4);
