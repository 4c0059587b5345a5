/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_EXCHANGE_DIALOG (relance_exchange_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceExchangeDialog, relance_exchange_dialog, RELANCE, EXCHANGE_DIALOG, AdwDialog)

/**
 * RelanceExchangeDialog:
 *
 * Asks how and when one was in touch with a client outside of Relance, and records it.
 */
AdwDialog *relance_exchange_dialog_new (RelanceDesk   *desk,
                                        RelanceClient *client,
                                        RelanceStage   stage);

G_END_DECLS
