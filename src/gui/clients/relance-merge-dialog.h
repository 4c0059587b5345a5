/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_MERGE_DIALOG (relance_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceMergeDialog, relance_merge_dialog, RELANCE, MERGE_DIALOG, AdwDialog)

/* Finds the other client, says what a merge would do, and does it. */
AdwDialog *relance_merge_dialog_new (RelanceDesk   *desk,
                                     RelanceClient *client);
AdwDialog *relance_merge_dialog_new_for_two (RelanceDesk   *desk,
                                             RelanceClient *client,
                                             RelanceClient *other);

G_END_DECLS
