/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-message-rows.h"

#include "relance-message-dialog.h"
#include "relance-place.h"

static void
show_row (RelancePlace *place, GtkListItem *item)
{
  RelanceMessage *message = relance_place_get_record (place);
  RelanceDate today = relance_place_get_today (place);
  g_autofree char *spoken = message != NULL ? relance_message_row_dup_spoken (message, today)
                                            : g_strdup ("");

  relance_message_row_show (RELANCE_MESSAGE_ROW (gtk_list_item_get_child (item)), message, today);
  gtk_list_item_set_accessible_label (item, spoken);
}

static void
record_changed_cb (RelancePlace *place, GParamSpec *pspec, GtkListItem *item)
{
  show_row (place, item);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer complete)
{
  gtk_list_item_set_child (item, relance_message_row_new ((RelanceMessageRowFunc) complete));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  RelancePlace *place = gtk_list_item_get_item (item);

  g_signal_connect (place, "notify::record", G_CALLBACK (record_changed_cb), item);
  show_row (place, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_changed_cb, item);
}

/**
 * relance_message_rows_new:
 * @complete: (nullable): what each row may be completed by
 */
GtkListItemFactory *
relance_message_rows_new (RelanceMessageRowFunc complete)
{
  GtkListItemFactory *self = gtk_signal_list_item_factory_new ();

  g_signal_connect (self, "setup", G_CALLBACK (setup_cb), (gpointer) complete);
  g_signal_connect (self, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (self, "unbind", G_CALLBACK (unbind_cb), NULL);
  return self;
}

/**
 * relance_message_rows_open:
 * @from: the page of the list
 *
 * Opens the message at @position, unless it is still being read.
 */
void
relance_message_rows_open (GListModel *messages, guint position, RelanceDesk *desk, GtkWidget *from)
{
  g_autoptr (RelancePlace) place = g_list_model_get_item (messages, position);
  RelanceMessage *message = place != NULL ? relance_place_get_record (place) : NULL;

  if (message != NULL)
    relance_message_dialog_open (desk, message->id, from);
}
