-- SPDX-License-Identifier: GPL-3.0-or-later
-- What only this connection knows of the book, which is not altered by it.

-- The folded words that find a client: its name, its people and their addresses, where it is.
CREATE TEMP VIEW client_words AS
SELECT c.id,
       c.name_key || char(10) || fold(concat_ws(' ', c.first_name, c.last_name)) || char(10)
       || fold(concat_ws(char(10), c.email, c.city, c.siren, c.code)) || char(10)
       || coalesce((SELECT fold(group_concat(concat_ws(' ', t.first_name, t.last_name, t.email), char(10)))
                    FROM contact t
                    WHERE t.client_id = c.id AND t.removed_by IS NULL), '') AS words
FROM client c
WHERE c.removed_by IS NULL;
