/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-credits.h"
#include "relance-figure-table.h"

G_BEGIN_DECLS

/* The aged balance of one currency. */
typedef struct
{
  RelanceBands    bands;
  RelanceTally    tallies[RELANCE_N_BANDS];
  RelanceCredits  credits;
  char            currency[4];
} RelanceAgeing;

char               *relance_ageing_words_name       (const RelanceAgeing *self,
                                                     int                  band);
char               *relance_ageing_words_describe   (const RelanceAgeing *self,
                                                     int                  band);
RelanceFigureTable *relance_ageing_words_make_table (const RelanceAgeing *self);

G_END_DECLS
