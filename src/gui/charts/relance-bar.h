/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar's parts, from the bottom up: paid on time, paid late, late and still open. */
#define RELANCE_BAR_N_PARTS 3

#define RELANCE_TYPE_BAR (relance_bar_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBar, relance_bar, RELANCE, BAR, GtkButton)

GtkWidget *relance_bar_new       (void);
void       relance_bar_set_parts (RelanceBar   *self,
                                  const double *parts,
                                  double        top);

G_END_DECLS
