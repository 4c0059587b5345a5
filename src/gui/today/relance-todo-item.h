/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "today/relance-todo-facts.h"

G_BEGIN_DECLS

/* Goes to where it is done: @widget is in the window, @id is that of the item. */
typedef void (* RelanceTodoWay) (GtkWidget *widget,
                                 gint64     id);

/**
 * RelanceTodoItem:
 * @key: what stays the same while its words change
 * @subtitle: (nullable)
 * @verb: (nullable): on its button, %NULL where there is nowhere to go
 * @id: of the client or the payment it is about, or 0
 *
 * One thing to do now.
 */
typedef struct
{
  char           *key;
  const char     *icon;
  char           *title;
  char           *subtitle;
  const char     *verb;
  RelanceTodoWay  way;
  gint64          id;
} RelanceTodoItem;

GPtrArray *relance_todo_items_new (const RelanceTodoFacts *facts);

G_END_DECLS
