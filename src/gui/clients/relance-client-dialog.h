/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_DIALOG (relance_client_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientDialog, relance_client_dialog, RELANCE, CLIENT_DIALOG, AdwDialog)

/* Emits "saved" with the client's id. */
AdwDialog *relance_client_dialog_new (RelanceDesk   *desk,
                                      RelanceClient *client);

G_END_DECLS
