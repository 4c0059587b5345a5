/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/* Which day a date that is only a week or a month stands for. */
typedef enum
{
  RELANCE_EINVOICE_FIRST_DAY,
  RELANCE_EINVOICE_LAST_DAY,
} RelanceEinvoiceDay;

gboolean    relance_einvoice_amount_parse (const char         *text,
                                           const char         *currency,
                                           gint64             *minor);
RelanceDate relance_einvoice_date_parse   (const char         *text,
                                           const char         *format,
                                           RelanceEinvoiceDay  day);

G_END_DECLS
