/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-document.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_GIVE_DIALOG (relance_give_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceGiveDialog, relance_give_dialog, RELANCE, GIVE_DIALOG, RelanceFormDialog)

/**
 * RelanceGiveDialog:
 *
 * Asks which invoice a waiting file is kept with.
 */
AdwDialog *relance_give_dialog_new (RelanceDesk           *desk,
                                    const RelanceDocument *document);

G_END_DECLS
