/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-claim.h"

G_BEGIN_DECLS

double relance_lateness_get_median   (GArray      *claims);
double relance_lateness_get_weighted (GArray      *claims);
double relance_lateness_get_with_open (GArray     *claims,
                                      RelanceDate  day);

G_END_DECLS
