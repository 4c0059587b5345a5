/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RelanceBarPart:
 * @css_class: how it looks
 * @description: what is spoken of it and shown in its tooltip
 */
typedef struct
{
  const char *css_class;
  char       *description;
  double      value;
} RelanceBarPart;

#define RELANCE_TYPE_STACKED_BAR (relance_stacked_bar_get_type ())
G_DECLARE_FINAL_TYPE (RelanceStackedBar, relance_stacked_bar, RELANCE, STACKED_BAR, GtkWidget)

/**
 * RelanceStackedBar:
 *
 * How a whole is shared, as one bar of buttons. Shares of nothing are left out.
 * Emits "share-activated" with a share's index.
 */
void relance_stacked_bar_set_shares (RelanceStackedBar *self,
                                     const GArray      *shares);

G_END_DECLS
