/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-money.h"

G_BEGIN_DECLS

/**
 * RelanceWrittenAmount:
 * @digits: the number as it is written, its sign first, without spaces or currency
 * @currency: the currency written beside it, or ""
 */
typedef struct
{
  char digits[40];
  char currency[4];
} RelanceWrittenAmount;

gboolean       relance_written_currency_read  (const char                 *text,
                                                char                        currency[4]);
gboolean       relance_written_amount_split   (const char                  *text,
                                               RelanceWrittenAmount        *amount);
RelanceDecimal relance_written_amount_vote    (const RelanceWrittenAmount  *amount);
gboolean       relance_written_amount_to_minor (const RelanceWrittenAmount *amount,
                                                const char                 *currency,
                                                RelanceDecimal              decimal,
                                                gint64                     *minor,
                                                GError                    **error);

G_END_DECLS
