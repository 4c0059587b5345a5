/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

/* The days of the period over which sales are compared with what is owed. */
#define RELANCE_DSO_PERIOD 365

double relance_dso_count_back (GArray      *claims,
                               RelanceDate  day);
double relance_dso_simple     (GArray      *claims,
                               RelanceDate  day);
double relance_dso_best       (GArray      *claims,
                               RelanceDate  day);

G_END_DECLS
