-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps a file: checksum, name, media type, content.
INSERT INTO document (sha256, name, media_type, content) VALUES (?1, ?2, ?3, ?4);
