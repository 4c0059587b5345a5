/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-letters.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TEMPLATE_PICKER (relance_template_picker_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTemplatePicker,
                      relance_template_picker,
                      RELANCE,
                      TEMPLATE_PICKER,
                      AdwBin)

/**
 * RelanceTemplatePicker:
 *
 * Which of the letters of one stage: its language, its tone, how it says “you”, its wording. Only
 * what there is can be chosen. Emits "changed" when the user chose another one.
 */
void        relance_template_picker_show     (RelanceTemplatePicker    *self,
                                              GPtrArray                *entries,
                                              RelanceStage              stage,
                                              const RelanceLetterEntry *chosen);
const char *relance_template_picker_get_name (RelanceTemplatePicker    *self);

G_END_DECLS
