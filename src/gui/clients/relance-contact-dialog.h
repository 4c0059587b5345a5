/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CONTACT_DIALOG (relance_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RelanceContactDialog, relance_contact_dialog, RELANCE, CONTACT_DIALOG, AdwDialog)

/* A person at a client, and whether reminders go to them. */
AdwDialog *relance_contact_dialog_new (RelanceDesk          *desk,
                                       RelanceClient        *client,
                                       const RelanceContact *contact);

G_END_DECLS
