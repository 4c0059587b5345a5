/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TEMPLATE_PREVIEW (relance_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTemplatePreview,
                      relance_template_preview,
                      RELANCE,
                      TEMPLATE_PREVIEW,
                      GtkBox)

/**
 * RelanceTemplatePreview:
 *
 * A letter as a client of the book would read it, or a sample client. Emits "tried" with a
 * RelanceLetterTrial when it was filled, or could not be.
 */
void relance_template_preview_set_desk (RelanceTemplatePreview *self,
                                        RelanceDesk            *desk);
void relance_template_preview_show     (RelanceTemplatePreview *self,
                                        const char             *name,
                                        const char             *text);

G_END_DECLS
