-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which payments stand beside the one they replace, beside another that replaces the same, or say something
-- else than it?
SELECT y.id
FROM payment y
JOIN payment o ON o.id = y.replaces
WHERE y.removed_by IS NULL
  AND (o.removed_by IS NULL OR o.amount <> y.amount OR o.currency <> y.currency OR o.kind <> y.kind
       OR EXISTS (SELECT 1 FROM payment n
                  WHERE n.replaces = o.id AND n.id <> y.id AND n.removed_by IS NULL));
