/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-view.h"

#include "messages/relance-message-dialog.h"
#include "relance-window.h"
#include "relance-wording.h"
#include "relance-words.h"
#include "widgets/relance-list-focus.h"

#include <glib/gi18n.h>

struct _RelanceClientView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *profile;
  GtkLabel *contact;
  GtkLabel *owed;
  GtkLabel *owed_detail;
  GtkWidget *late_box;
  GtkLabel *late;
  GtkWidget *remind_button;
  GtkWidget *invoices_group;
  GtkListBox *invoices;
  GtkWidget *history_group;
  GtkListBox *history;

  gint64 client_id;
};

G_DEFINE_FINAL_TYPE (RelanceClientView, relance_client_view, ADW_TYPE_BIN)

static char *
describe_profile (RelanceClient *client)
{
  const char *kind = relance_wording_kind (client->kind);
  const char *tone = relance_wording_tone (client->tone);
  const char *language = relance_wording_language (client->language);

  if (client->language != RELANCE_LANGUAGE_FR || client->tone == RELANCE_TONE_FORMAL)
    {
      /* Translators: a kind of client, a tone and a language: “Business · Formal · English”. */
      return g_strdup_printf (C_ ("client", "%1$s · %2$s · %3$s"), kind, tone, language);
    }

  /* Translators: a kind of client, a tone, “tu” or “vous”, and a language. */
  return g_strdup_printf (C_ ("client", "%1$s · %2$s, %3$s · %4$s"), kind, tone,
                          relance_wording_address (client->address), language);
}

/* A number is read as one: it is not broken at the end of a line. */
static char *
keep_together (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\u00a0", words);
}

static char *
describe_contact (RelanceClient *client)
{
  g_autofree char *person = relance_client_dup_person_name (client);
  g_autofree char *phone = client->phone != NULL ? keep_together (client->phone) : NULL;
  const char *parts[4] = { NULL };
  int n_parts = 0;

  if (person != NULL)
    parts[n_parts++] = person;
  if (client->email != NULL)
    parts[n_parts++] = client->email;
  if (phone != NULL)
    parts[n_parts++] = phone;

  return g_strjoinv (" · ", (char **) parts);
}

static void
show_client (RelanceClientView *self, RelanceClient *client)
{
  g_autofree char *profile = describe_profile (client);
  g_autofree char *contact = describe_contact (client);

  gtk_label_set_label (self->name, client->name);
  gtk_label_set_label (self->profile, profile);
  gtk_label_set_label (self->contact, contact);
  gtk_widget_set_visible (GTK_WIDGET (self->contact), *contact != '\0');
}

static void
show_figures (RelanceClientView *self, const RelanceClientFile *file)
{
  g_autofree char *owed = relance_words_owed (file->client);
  g_autofree char *late = relance_words_overdue (file->client);
  g_autofree char *detail = NULL;
  int n_open = file->invoices->len;

  if (*owed == '\0')
    detail = g_strdup (_ ("Everything is paid"));
  else
    {
      /* Translators: stands below an amount that is owed. %d is a number of invoices. */
      detail =
        g_strdup_printf (ngettext ("owed in %d invoice", "owed in %d invoices", n_open), n_open);
    }

  gtk_label_set_label (self->owed, owed);
  gtk_widget_set_visible (GTK_WIDGET (self->owed), *owed != '\0');
  gtk_label_set_label (self->owed_detail, detail);
  gtk_label_set_label (self->late, late);
  gtk_widget_set_visible (self->late_box, *late != '\0');
  gtk_widget_set_visible (self->remind_button, *late != '\0');
}

static char *
describe_due (RelanceInvoice *invoice)
{
  g_autofree char *date = relance_words_date (invoice->due);
  g_autofree char *late = NULL;

  if (invoice->days_late == 0)
    {
      /* Translators: %s is a date. */
      return g_strdup_printf (_ ("Due on %s"), date);
    }

  late = relance_words_days_late (invoice->days_late);
  /* Translators: the first %s is a date, the second how late it is (“6 days late”). */
  return g_strdup_printf (_ ("Due on %1$s, %2$s"), date, late);
}

static GtkWidget *
create_invoice_row (RelanceInvoice *invoice)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *due = describe_due (invoice);
  g_autofree char *amount = relance_words_amount (invoice->balance, invoice->currency);
  GtkWidget *label = gtk_label_new (amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), invoice->number);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), due);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "invoice", g_object_ref (invoice), g_object_unref);
  return row;
}

static GtkWidget *
create_event_row (const RelanceEvent *event, RelanceDate today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = relance_words_moment_alone (event->at, today);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), event->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), moment);
  if (event->message != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "message", g_strdup (event->message), g_free);
    }
  return row;
}

static void
show_invoices (RelanceClientView *self, GPtrArray *invoices)
{
  int focused = relance_list_focus_note (self->invoices);

  gtk_list_box_remove_all (self->invoices);
  for (guint i = 0; i < invoices->len; i++)
    gtk_list_box_append (self->invoices, create_invoice_row (invoices->pdata[i]));
  relance_list_focus_restore (self->invoices, focused);
  gtk_widget_set_visible (self->invoices_group, invoices->len > 0);
}

static void
show_history (RelanceClientView *self, GPtrArray *events, RelanceDate today)
{
  int focused = relance_list_focus_note (self->history);

  gtk_list_box_remove_all (self->history);
  for (guint i = 0; i < events->len; i++)
    gtk_list_box_append (self->history, create_event_row (events->pdata[i], today));
  relance_list_focus_restore (self->history, focused);
  gtk_widget_set_visible (self->history_group, events->len > 0);
}

static void
remind_clicked_cb (RelanceClientView *self)
{
  relance_window_show_reminders (relance_window_of (GTK_WIDGET (self)), self->client_id);
}

static void
invoice_activated_cb (RelanceClientView *self, GtkListBoxRow *row)
{
  RelanceInvoice *invoice = g_object_get_data (G_OBJECT (row), "invoice");

  relance_window_show_invoice (relance_window_of (GTK_WIDGET (self)), invoice->id);
}

static void
event_activated_cb (RelanceClientView *self, GtkListBoxRow *row)
{
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  relance_message_dialog_open (relance_window_get_desk (window),
                               g_object_get_data (G_OBJECT (row), "message"), GTK_WIDGET (self));
}

static void
relance_client_view_dispose (GObject *object)
{
  G_OBJECT_CLASS (relance_client_view_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CLIENT_VIEW);
}

static void
relance_client_view_class_init (RelanceClientViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, scroller);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, profile);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, contact);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, owed);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, owed_detail);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, late_box);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, late);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, remind_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, invoices_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, invoices);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, history_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, history);
  gtk_widget_class_bind_template_callback (widget_class, remind_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, invoice_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_activated_cb);
}

static void
relance_client_view_init (RelanceClientView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_client_view_show:
 * @today: for what happened today or yesterday
 */
void
relance_client_view_show (RelanceClientView *self, const RelanceClientFile *file, RelanceDate today)
{
  if (self->client_id != file->client->id)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  self->client_id = file->client->id;
  show_client (self, file->client);
  show_figures (self, file);
  show_invoices (self, file->invoices);
  show_history (self, file->events, today);
}
