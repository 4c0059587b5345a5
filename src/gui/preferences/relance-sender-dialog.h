/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_SENDER_DIALOG (relance_sender_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceSenderDialog, relance_sender_dialog, RELANCE, SENDER_DIALOG, AdwDialog)

AdwDialog *relance_sender_dialog_new (RelanceDesk *desk,
                                      GPtrArray   *accounts);

G_END_DECLS
