/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void relance_column_titles_align_end (GtkColumnView     *view,
                                      const char *const *ids);

G_END_DECLS
