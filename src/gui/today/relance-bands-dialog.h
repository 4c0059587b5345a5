/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "invoices/relance-form-dialog.h"
#include "relance-ageing.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_BANDS_DIALOG (relance_bands_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceBandsDialog, relance_bands_dialog, RELANCE, BANDS_DIALOG, RelanceFormDialog)

/**
 * RelanceBandsDialog:
 *
 * Where the bands of the aged balance end. Emits "bands-chosen" with them, as a RelanceBands.
 */
AdwDialog *relance_bands_dialog_new (RelanceDesk        *desk,
                                     const RelanceBands *bands);

G_END_DECLS
