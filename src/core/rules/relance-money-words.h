/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RelanceQuotedAmount:
 * @quote: the very words, with their currency
 * @readings: (element-type gint64): what they may mean, in minor units, the likeliest
 *   first: "042 200,00 €" is 42 200,00 € or, after an invoice called 042, 200,00 €
 */
typedef struct
{
  char   *quote;
  GArray *readings;
} RelanceQuotedAmount;

GPtrArray *relance_money_words_find (const char                 *text,
                                     const char                 *currency);
gboolean   relance_quoted_amount_means (const RelanceQuotedAmount *self,
                                        gint64                     minor);

G_END_DECLS
