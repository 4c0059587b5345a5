/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_ACTIONS (relance_client_actions_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientActions, relance_client_actions, RELANCE, CLIENT_ACTIONS, GObject)

/**
 * RelanceClientActions:
 *
 * What can be done with the client on screen. Each action is enabled when it makes sense
 * for that client, and everything that it changes offers an Undo.
 */
RelanceClientActions *relance_client_actions_new       (GtkWidget            *owner);
void                  relance_client_actions_set_desk  (RelanceClientActions *self,
                                                        RelanceDesk          *desk);
void                  relance_client_actions_set_client (RelanceClientActions *self,
                                                        RelanceClient        *client);
GActionGroup         *relance_client_actions_get_group (RelanceClientActions *self);

G_END_DECLS
