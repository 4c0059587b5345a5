-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first and the last row of each table that grows: a look at a few pages, to see damage
-- early. It does not replace a check of all of them.
SELECT (SELECT min(id) FROM change), (SELECT max(id) FROM change),
       (SELECT name FROM client ORDER BY id LIMIT 1), (SELECT name FROM client ORDER BY id DESC LIMIT 1),
       (SELECT number FROM invoice ORDER BY id LIMIT 1), (SELECT number FROM invoice ORDER BY id DESC LIMIT 1),
       (SELECT due FROM instalment ORDER BY id LIMIT 1), (SELECT due FROM instalment ORDER BY id DESC LIMIT 1),
       (SELECT date FROM payment ORDER BY id LIMIT 1), (SELECT date FROM payment ORDER BY id DESC LIMIT 1),
       (SELECT max(instalment_id) FROM allocation), (SELECT max(id) FROM message);
