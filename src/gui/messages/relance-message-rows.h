/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-message-row.h"

G_BEGIN_DECLS

/* What the lists of messages have in common: their rows, of #RelancePlace, and what opens one. */
GtkListItemFactory *relance_message_rows_new  (RelanceMessageRowFunc  complete);
void                relance_message_rows_open (GListModel            *messages,
                                               guint                  position,
                                               RelanceDesk           *desk,
                                               GtkWidget             *from);

G_END_DECLS
