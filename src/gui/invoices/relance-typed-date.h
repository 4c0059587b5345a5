/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * relance_typed_date_parse:
 * @text: what was typed: "15/3", "15.03.2026", "2026-03-15", "+30"
 * @base: what "+30" counts from, and whose year is meant when none is said
 * @locale: (nullable): whose order of day and month, %NULL for the user's own
 *
 * Returns: a date, or %RELANCE_DATE_NONE
 */
RelanceDate relance_typed_date_parse (const char  *text,
                                      RelanceDate  base,
                                      const char  *locale);

G_END_DECLS
