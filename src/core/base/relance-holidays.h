/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/* Where the same days are holidays. */
typedef enum
{
  RELANCE_HOLIDAYS_UNKNOWN, /* none are known: every weekday is a working day */
  RELANCE_HOLIDAYS_FRANCE,
  RELANCE_HOLIDAYS_ALSACE_MOSELLE,
  RELANCE_HOLIDAYS_ENGLAND_AND_WALES,
  RELANCE_HOLIDAYS_SCOTLAND,
  RELANCE_HOLIDAYS_NORTHERN_IRELAND,
} RelanceHolidays;

RelanceHolidays relance_holidays_find       (const char      *country,
                                             const char      *postcode);
gboolean        relance_holidays_has        (RelanceHolidays  self,
                                             RelanceDate      date);
gboolean        relance_holidays_is_working (RelanceHolidays  self,
                                             RelanceDate      date);

G_END_DECLS
