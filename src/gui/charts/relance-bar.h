/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "charts/relance-bar-data.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_BAR (relance_bar_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBar, relance_bar, RELANCE, BAR, GtkButton)

GtkWidget *relance_bar_new       (void);
void       relance_bar_set_parts (RelanceBar   *self,
                                  const double *parts,
                                  double        top);

G_END_DECLS
