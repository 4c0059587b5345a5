/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "relance-client-query.h"
#include "relance-desk.h"

G_BEGIN_DECLS

/* What is done with several rows of the list of clients, and told in the window. */
void relance_client_selection_copy       (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          GArray                   *ids);
void relance_client_selection_exclude    (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          GArray                   *ids);
void relance_client_selection_include    (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          GArray                   *ids);
void relance_client_selection_archive    (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          GArray                   *ids);
void relance_client_selection_bring_back (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          GArray                   *ids);
void relance_client_selection_merge      (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          GArray                   *ids);
void relance_client_selection_export     (GtkWidget                *page,
                                          RelanceDesk              *desk,
                                          const RelanceClientQuery *query);

G_END_DECLS
