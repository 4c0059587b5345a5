/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/* The order of a date in figures when the year does not come first. */
typedef enum
{
  RELANCE_DATE_ORDER_GUESS,
  RELANCE_DATE_ORDER_DMY,
  RELANCE_DATE_ORDER_MDY,
} RelanceDateOrder;

RelanceDateOrder relance_written_date_vote  (const char       *text);
RelanceDate      relance_written_date_parse (const char       *text,
                                             RelanceDateOrder  order);

G_END_DECLS
