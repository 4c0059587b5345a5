/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_CONTACTS (relance_client_contacts_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientContacts, relance_client_contacts, RELANCE, CLIENT_CONTACTS, AdwPreferencesGroup)

/* Whom one writes to at a client, and who of them gets the reminders. */
void relance_client_contacts_show (RelanceClientContacts *self,
                                   RelanceClient         *client);

G_END_DECLS
