/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_DROP_AREA (relance_drop_area_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDropArea, relance_drop_area, RELANCE, DROP_AREA, AdwBin)

/*
 * What covers the window while files are held over it, and says what dropping
 * them will do. Emits "files-dropped" with a list model of GFile. Takes nothing
 * while it is insensitive.
 */
void relance_drop_area_watch (RelanceDropArea *self,
                              GtkWidget       *target);

G_END_DECLS
