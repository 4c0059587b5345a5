-- SPDX-License-Identifier: GPL-3.0-or-later
-- Client ?2 takes the place of client ?1, and of those whose place that one had taken: by change ?3.
UPDATE client
SET merged_into = ?2, removed_by = coalesce(removed_by, ?3)
WHERE id = ?1 OR merged_into = ?1;
