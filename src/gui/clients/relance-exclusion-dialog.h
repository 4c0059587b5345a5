/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_EXCLUSION_DIALOG (relance_exclusion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceExclusionDialog, relance_exclusion_dialog, RELANCE, EXCLUSION_DIALOG, AdwDialog)

/* Why a client gets no reminders, and until when. */
AdwDialog *relance_exclusion_dialog_new (RelanceDesk   *desk,
                                         RelanceClient *client);
AdwDialog *relance_exclusion_dialog_new_for_many (RelanceDesk *desk,
                                                  GArray      *ids);

G_END_DECLS
