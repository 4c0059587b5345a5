/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lists/relance-table.h"

G_BEGIN_DECLS

/* Menus about the columns of a table, for the page that it is on. */
void relance_table_menus_add (RelanceTable *table,
                              GtkWidget    *page,
                              GMenu        *menu,
                              GSettings    *settings,
                              const char   *key);

G_END_DECLS
