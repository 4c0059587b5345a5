/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_PREVIEW_DIALOG (relance_preview_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelancePreviewDialog,
                      relance_preview_dialog,
                      RELANCE,
                      PREVIEW_DIALOG,
                      AdwDialog)

/* A letter as text, as the mail that its reader sees and as an SMS, each to be copied. */
AdwDialog *relance_preview_dialog_new (RelanceDesk        *desk,
                                       const RelanceDraft *draft);

G_END_DECLS
