/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_SITUATION_DIALOG (relance_situation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSituationDialog, relance_situation_dialog, RELANCE, SITUATION_DIALOG, AdwDialog)

/**
 * RelanceSituationDialog:
 *
 * Says by hand, and why, what the debts of a client are, or leaves it to the rules again.
 */
AdwDialog *relance_situation_dialog_new (RelanceDesk   *desk,
                                         RelanceClient *client);

G_END_DECLS
