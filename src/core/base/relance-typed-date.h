/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/**
 * RelanceTypedDateContext:
 * @today: what "tomorrow" and "monday" are said from
 * @base: what "+30" counts from, and what a missing year is found by
 * @ahead: whether the date lies ahead, as a due date does, not behind, as that of an
 *   invoice or of a payment
 * @locale: (nullable): whose order of day and month, %NULL for the user's own
 *
 * What a typed date leaves out.
 */
typedef struct
{
  RelanceDate today;
  RelanceDate base;
  gboolean    ahead;
  const char *locale;
} RelanceTypedDateContext;

RelanceDate relance_typed_date_parse (const char                    *text,
                                      const RelanceTypedDateContext *context);

G_END_DECLS
