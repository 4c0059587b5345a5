/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-window.h"

G_BEGIN_DECLS

/* What keys, menus and buttons may ask of the window: the "win" actions. */
void relance_window_actions_install (GtkWidgetClass *widget_class);
void relance_window_actions_enable  (RelanceWindow  *window,
                                     gboolean        enabled);

G_END_DECLS
