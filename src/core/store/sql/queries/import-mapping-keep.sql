-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keeps what a person said (?2, at ?3) of the columns of a file of shape ?1.
INSERT INTO mapping (shape, columns, used_at) VALUES (?1, ?2, ?3)
ON CONFLICT (shape) DO UPDATE SET columns = excluded.columns, used_at = excluded.used_at;
