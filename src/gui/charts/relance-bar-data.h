/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "charts/relance-axis.h"

G_BEGIN_DECLS

/* A bar's parts, from the bottom up: paid on time, paid late, late and still open. */
#define RELANCE_BAR_N_PARTS 3

/**
 * RelanceBarData:
 * @label: what stands beneath the bar; in two lines where a year begins
 * @description: what is spoken of it and shown in its tooltip
 * @rate: 0 to 1, drawn above the bar
 * @has_rate: whether there is one
 * @rate_is_weak: whether it rests on too little to tell
 */
typedef struct
{
  char     *label;
  char     *description;
  double    parts[RELANCE_BAR_N_PARTS];
  double    rate;
  gboolean  has_rate;
  gboolean  rate_is_weak;
} RelanceBarData;

GArray      *relance_bars_new          (void);
RelanceAxis  relance_bars_fit_axis     (const GArray *bars,
                                        double        unit);
gboolean     relance_bars_have_rates   (const GArray *bars);
int          relance_bars_find_anchor  (const GArray *bars);
gboolean     relance_bars_join         (const GArray *bars,
                                        guint         index);

G_END_DECLS
