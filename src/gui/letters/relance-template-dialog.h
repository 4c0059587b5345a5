/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-letters.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_TEMPLATE_DIALOG (relance_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceTemplateDialog,
                      relance_template_dialog,
                      RELANCE,
                      TEMPLATE_DIALOG,
                      AdwDialog)

/**
 * RelanceTemplateDialog:
 *
 * The letters of one stage, to be written in one's own words: the words, what is wrong with them,
 * and beside them what a client would read. What is typed and not saved is kept in the book.
 */
AdwDialog *relance_template_dialog_new (RelanceDesk              *desk,
                                        GPtrArray                *entries,
                                        const RelanceLetterEntry *entry);

G_END_DECLS
