/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-client.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENT_ROW (relance_client_row_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientRow, relance_client_row, RELANCE, CLIENT_ROW, GtkBox)

/* A client of the list. */
GtkWidget *relance_client_row_new  (void);
void       relance_client_row_show (RelanceClientRow *self,
                                    RelanceClient    *client);

G_END_DECLS
