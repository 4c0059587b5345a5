/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-senders-page.h"

#include "relance-preferences-dialog.h"
#include "relance-preferences-work.h"
#include "relance-sender-dialog.h"

#include <glib/gi18n.h>

struct _RelanceSendersPage
{
  AdwPreferencesPage parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  GtkWidget *nobody;

  /* Owned */
  RelanceDesk *desk;
  GPtrArray *accounts;
  GPtrArray *rows; /* borrowed widgets, one for each sender */
};

G_DEFINE_FINAL_TYPE (RelanceSendersPage, relance_senders_page, ADW_TYPE_PREFERENCES_PAGE)

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceSendersPage) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error)
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
}

static void
bring_back_cb (RelanceSendersPage *self, AdwToast *toast)
{
  RelanceSender *sender = g_object_get_data (G_OBJECT (toast), "sender");

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_preferences_add_sender,
                          g_object_ref (sender), g_object_unref, NULL, NULL, done_cb,
                          g_object_ref (self));
}

static void
offer_undo (RelanceSendersPage *self, RelanceSender *sender)
{
  AdwToast *toast = adw_toast_new ("");
  /* Translators: a mail address */
  g_autofree char *title = g_strdup_printf (_ ("%s removed"), sender->address);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, title);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "sender", g_object_ref (sender), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back_cb), self,
                           G_CONNECT_SWAPPED);
  relance_preferences_dialog_add_toast (GTK_WIDGET (self), toast);
}

static void
remove_cb (RelanceSendersPage *self, GtkButton *button)
{
  RelanceSender *sender = g_object_get_data (G_OBJECT (button), "sender");

  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_preferences_remove_sender,
                          g_strdup (sender->address), g_free, NULL, NULL, done_cb,
                          g_object_ref (self));
  offer_undo (self, sender);
}

static GtkWidget *
make_remove_button (RelanceSendersPage *self, RelanceSender *sender)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: a mail address */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove %s"), sender->address);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "sender", g_object_ref (sender), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static char *
describe_sender (RelanceSender *sender)
{
  const char *voice = sender->voice == RELANCE_VOICE_NEUTRAL ? _ ("Neutral mailbox, “we”")
                                                             : _ ("Personal, “I”");

  if (sender->reply_to)
    /* Translators: a sender's name, how letters speak, and the address for answers */
    return g_strdup_printf (_ ("%s · %s · answers go to %s"), sender->name, voice,
                            sender->reply_to);

  /* Translators: a sender's name, and how letters speak */
  return g_strdup_printf (_ ("%s · %s"), sender->name, voice);
}

static void
add_row (RelanceSendersPage *self, RelanceSender *sender)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_sender (sender);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sender->address);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, sender));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_cb (RelanceSendersPage *self)
{
  if (self->accounts)
    adw_dialog_present (relance_sender_dialog_new (self->desk, self->accounts), GTK_WIDGET (self));
}

static void
relance_senders_page_dispose (GObject *object)
{
  RelanceSendersPage *self = RELANCE_SENDERS_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SENDERS_PAGE);

  G_OBJECT_CLASS (relance_senders_page_parent_class)->dispose (object);
}

static void
relance_senders_page_class_init (RelanceSendersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_senders_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-senders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSendersPage, group);
  gtk_widget_class_bind_template_child (widget_class, RelanceSendersPage, nobody);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
relance_senders_page_init (RelanceSendersPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_senders_page_set_desk (RelanceSendersPage *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_SENDERS_PAGE (self));

  g_set_object (&self->desk, desk);
}

/**
 * relance_senders_page_fill:
 * @senders: (element-type RelanceSender)
 * @accounts: (element-type RelanceAccount): what a new sender may leave by
 */
void
relance_senders_page_fill (RelanceSendersPage *self, GPtrArray *senders, GPtrArray *accounts)
{
  g_return_if_fail (RELANCE_IS_SENDERS_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < senders->len; i++)
    add_row (self, g_ptr_array_index (senders, i));
  gtk_widget_set_visible (self->nobody, senders->len == 0);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = g_ptr_array_ref (accounts);
}
