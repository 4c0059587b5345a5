-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came of try ?1.
UPDATE attempt SET finished_at = ?2, phase = ?3, http_status = ?4, outcome = ?5 WHERE id = ?1;
