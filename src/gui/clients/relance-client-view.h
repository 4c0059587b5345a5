/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "relance-client-file.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_VIEW (relance_client_view_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientView, relance_client_view, RELANCE, CLIENT_VIEW, AdwBin)

/**
 * RelanceClientView:
 *
 * One client: who they are, what they owe, whom one writes to, and everything that
 * happened. Brings the actions "client.…" for itself and for the page it is on, which
 * shows the menu of them where it likes.
 */
void          relance_client_view_set_desk    (RelanceClientView       *self,
                                               RelanceDesk             *desk);
void          relance_client_view_show        (RelanceClientView       *self,
                                               const RelanceClientFile *file,
                                               RelanceDate              today);
void          relance_client_view_clear       (RelanceClientView       *self);
GActionGroup *relance_client_view_get_actions (RelanceClientView       *self);
GMenuModel   *relance_client_view_get_menu    (RelanceClientView       *self);

G_END_DECLS
