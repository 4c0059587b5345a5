/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-enums.h"
#include "relance-letters-error.h"
#include "relance-mustache.h"

G_BEGIN_DECLS

/**
 * RelanceLetterStyle:
 * @address: left aside where the language or the tone has one form only
 * @variant: from 1; 0 is the first
 * @voice: who speaks; 0 leaves it to the sender
 *
 * Which letter. Formal French is always *vous*, a formal notice always formal.
 */
typedef struct
{
  RelanceStage     stage;
  RelanceTone      tone;
  RelanceAddress   address;
  RelanceLanguage  language;
  guint            variant;
  RelanceVoice     voice;
} RelanceLetterStyle;

char            *relance_catalogue_find            (const RelanceLetterStyle  *style,
                                                    GError                   **error);
guint            relance_catalogue_count_variants  (const RelanceLetterStyle  *style);
GStrv            relance_catalogue_list            (void);
char            *relance_catalogue_load            (const char                *name);
RelanceMustache *relance_catalogue_get             (const char                *name,
                                                    GError                   **error);
gboolean         relance_catalogue_read_name       (const char                *name,
                                                    RelanceLetterStyle        *style);
RelanceMustache *relance_catalogue_parse           (const char                *template,
                                                    RelanceLanguage            language,
                                                    GError                   **error);

G_END_DECLS
