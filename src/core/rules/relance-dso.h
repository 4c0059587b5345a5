/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/* The days of the period over which sales are compared with what is owed. */
#define RELANCE_DSO_PERIOD 365

/**
 * RelanceDsoParts:
 * @owed: on the day, in minor units as all amounts here
 * @not_due: the part of @owed that is not overdue
 * @n_open: how many claims @owed is of
 * @sales: of the %RELANCE_DSO_PERIOD days that end with the day
 * @n_sold: how many claims @sales is of
 * @whole_days: counted back, those that are wholly absorbed
 * @rest: what is then left for the sales of the day before them, 0 when all sales are absorbed
 * @last_sales: of that day, or 0
 *
 * The numbers that the three kinds of days sales outstanding are made of.
 */
typedef struct
{
  double owed;
  double not_due;
  int    n_open;
  double sales;
  int    n_sold;
  int    whole_days;
  double rest;
  double last_sales;
} RelanceDsoParts;

void   relance_dso_get_parts  (GArray          *claims,
                               RelanceDate      day,
                               RelanceDsoParts *parts);
double relance_dso_count_back (GArray      *claims,
                               RelanceDate  day);
double relance_dso_simple     (GArray      *claims,
                               RelanceDate  day);
double relance_dso_best       (GArray      *claims,
                               RelanceDate  day);

G_END_DECLS
