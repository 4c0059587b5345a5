-- SPDX-License-Identifier: GPL-3.0-or-later
-- Did a change that still stands replace or remove a payment that change ?1 added in the place of another,
-- or replace one that it added? Taking ?1 back would bring money back that went since, or keep what should go.
SELECT EXISTS (SELECT 1
               FROM payment y
               WHERE y.added_by = ?1 AND y.removed_by IS NOT NULL AND y.removed_by <> ?1
                 AND (y.replaces IS NOT NULL
                      OR EXISTS (SELECT 1 FROM payment n
                                 WHERE n.replaces = y.id
                                   AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = n.added_by))));
