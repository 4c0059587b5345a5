/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RELANCE_TYPE_TEMPLATE_VARIABLES (relance_template_variables_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTemplateVariables,
                      relance_template_variables,
                      RELANCE,
                      TEMPLATE_VARIABLES,
                      GtkPopover)

/**
 * RelanceTemplateVariables:
 *
 * What can be put into a letter, each in plain words. Emits "chosen" with what is to be written, in
 * which a “|” says where the cursor goes.
 */

G_END_DECLS
