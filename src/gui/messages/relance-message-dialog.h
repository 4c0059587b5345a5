/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"
#include "relance-mailbag.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_MESSAGE_DIALOG (relance_message_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceMessageDialog,
                      relance_message_dialog,
                      RELANCE,
                      MESSAGE_DIALOG,
                      AdwDialog)

/* The exact text of a message, and what happened to it. */
AdwDialog *relance_message_dialog_new  (const RelanceMailbagItem *item,
                                        RelanceDate               today);
void       relance_message_dialog_open (RelanceDesk              *desk,
                                        const char               *id,
                                        GtkWidget                *parent);

G_END_DECLS
