/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "search/relance-found.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_ALSO_FOUND (relance_also_found_get_type ())
G_DECLARE_FINAL_TYPE (RelanceAlsoFound, relance_also_found, RELANCE, ALSO_FOUND, GtkWidget)

/**
 * RelanceAlsoFound:
 *
 * Above a list that is searched: what the same words find of the other kind, if anything. A click leads
 * there.
 */
void relance_also_found_set_kind (RelanceAlsoFound   *self,
                                  RelanceDesk        *desk,
                                  const RelanceFound *kind);
void relance_also_found_ask      (RelanceAlsoFound   *self,
                                  const char         *words);
void relance_also_found_open     (RelanceAlsoFound   *self);

G_END_DECLS
