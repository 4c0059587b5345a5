/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Money is a number of minor units (cents) and an ISO 4217 code, never a
 * floating point number. How many digits a currency has comes from ICU.
 */
#define RELANCE_MONEY_MAX G_GINT64_CONSTANT (99999999999999)

typedef enum
{
  RELANCE_DECIMAL_GUESS,
  RELANCE_DECIMAL_COMMA,
  RELANCE_DECIMAL_POINT,
} RelanceDecimal;

gboolean relance_money_is_currency  (const char      *code);
int      relance_money_get_digits   (const char      *currency);
int      relance_money_get_percent  (gint64           part,
                                     gint64           whole);
char    *relance_money_format       (gint64           minor,
                                     const char      *currency,
                                     const char      *locale);
char    *relance_money_format_short (gint64           minor,
                                     const char      *currency,
                                     const char      *locale);
char    *relance_money_format_plain (gint64           minor,
                                     const char      *currency);
char    *relance_money_dup_mark     (const char      *currency,
                                     const char      *locale);
gboolean relance_money_parse        (const char      *text,
                                     const char      *currency,
                                     RelanceDecimal   decimal,
                                     gint64          *minor,
                                     GError         **error);

G_END_DECLS
