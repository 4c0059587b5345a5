-- SPDX-License-Identifier: GPL-3.0-or-later
-- Was something that change ?1 corrected corrected again by a change that still stands?
SELECT EXISTS (SELECT 1
               FROM revision r
               JOIN revision l ON l.entity = r.entity AND l.entity_id = r.entity_id
                              AND l.change_id > r.change_id
               JOIN change c ON c.id = l.change_id AND c.kind <> 'undo'
               WHERE r.change_id = ?1
                 AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id));
