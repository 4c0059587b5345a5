/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-list-page.h"
#include "relance-desk.h"

G_BEGIN_DECLS

#define RELANCE_TYPE_CLIENTS_PAGE (relance_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (RelanceClientsPage, relance_clients_page, RELANCE, CLIENTS_PAGE, RelanceListPage)

/**
 * RelanceClientsPage:
 *
 * All clients, searched, filtered and sorted, and above them the one that was opened.
 */
GtkWidget *relance_clients_page_new  (RelanceDesk        *desk);
void       relance_clients_page_open (RelanceClientsPage *self,
                                      gint64              client_id);
void       relance_clients_page_add  (RelanceClientsPage *self);

G_END_DECLS
