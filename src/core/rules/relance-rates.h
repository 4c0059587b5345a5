/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"

G_BEGIN_DECLS

/* A rate is a whole number of ten-thousandths of a percent a year: 12.15 % is 121,500. */
#define RELANCE_RATE_PERCENT 10000
#define RELANCE_RATE_MAX (100 * RELANCE_RATE_PERCENT)
#define RELANCE_RATE_NONE (-1)

/**
 * RelanceRateKind:
 * @RELANCE_RATE_REFERENCE: of the central bank, from which late payment interest is counted
 * @RELANCE_RATE_LEGAL: the legal interest rate, which sets the least that a contract may say
 */
typedef enum
{
  RELANCE_RATE_REFERENCE = 1,
  RELANCE_RATE_LEGAL,
} RelanceRateKind;

/**
 * RelanceRate:
 * @half: the first day of the half-year it is for, 1 January or 1 July
 * @source: (nullable): where it was read; %NULL when the user gave it
 * @read: on which day, or %RELANCE_DATE_NONE
 * @is_confirmed: whether it needs no second look
 */
typedef struct
{
  RelanceRateKind  kind;
  RelanceDate      half;
  int              rate;
  char            *source;
  RelanceDate      read;
  gboolean         is_confirmed;
} RelanceRate;

GPtrArray         *relance_rates_new        (void);
void               relance_rates_put        (GPtrArray         *rates,
                                             const RelanceRate *rate);
const RelanceRate *relance_rates_find       (GPtrArray       *rates,
                                             RelanceRateKind  kind,
                                             RelanceDate      day);
RelanceDate        relance_rates_get_half   (RelanceDate      day);
RelanceDate        relance_rates_get_end    (RelanceDate      day);
gboolean           relance_rate_parse       (const char      *text,
                                             int             *rate);
const char        *relance_rate_kind_to_word (RelanceRateKind kind);
RelanceRateKind    relance_rate_kind_from_word (const char   *word);

G_END_DECLS
