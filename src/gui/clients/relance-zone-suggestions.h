/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_ZONE_SUGGESTIONS (relance_zone_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (RelanceZoneSuggestions, relance_zone_suggestions, RELANCE, ZONE_SUGGESTIONS,
                      GObject)

/**
 * RelanceZoneSuggestions:
 *
 * Rows below a row where a time zone is typed: the zones that may be meant.
 */
RelanceZoneSuggestions *relance_zone_suggestions_new         (GtkEditable            *entry);
void                    relance_zone_suggestions_set_country (RelanceZoneSuggestions *self,
                                                              const char             *country);

G_END_DECLS
