/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-view.h"

#include "relance-client-actions.h"
#include "relance-client-contacts.h"
#include "relance-client-profile.h"
#include "relance-client-timeline.h"
#include "relance-window.h"
#include "relance-wording.h"
#include "relance-words.h"
#include "widgets/relance-list-focus.h"

#include <glib/gi18n.h>

struct _RelanceClientView
{
  AdwBin parent_instance;

  GMenuModel *client_menu;
  AdwBanner *exclusion;
  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *kind;
  GtkLabel *tone;
  GtkWidget *archived;
  GtkWidget *erased;
  GtkLabel *habits;
  GtkLabel *owed;
  GtkLabel *owed_detail;
  GtkWidget *late_box;
  GtkLabel *late;
  GtkWidget *credit_box;
  GtkLabel *credit;
  GtkWidget *remind_button;
  GtkWidget *invoices_group;
  GtkListBox *invoices;
  RelanceClientProfile *profile;
  RelanceClientContacts *contacts;
  RelanceClientTimeline *timeline;

  RelanceClientActions *actions;

  gint64 client_id;
};

G_DEFINE_FINAL_TYPE (RelanceClientView, relance_client_view, ADW_TYPE_BIN)

/* How they pay, since when something should have been paid, and when money last came: nothing is
 * guessed. Each is a sentence of its own. */
static char *
describe_habits (const RelanceClientFile *file)
{
  const RelanceInvoice *oldest = file->invoices->len > 0 ? file->invoices->pdata[0] : NULL;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (file->habit.settled > 0)
    g_strv_builder_take (sentences, relance_client_habit_describe (&file->habit));
  if (oldest != NULL && oldest->days_late > 0)
    g_strv_builder_take (
      sentences,
      /* Translators: %d is how many days have passed since the due date. */
      g_strdup_printf (ngettext ("The oldest invoice is %d day late.",
                                 "The oldest invoice is %d days late.", oldest->days_late),
                       oldest->days_late));
  if (file->last_payment != NULL)
    {
      g_autofree char *amount =
        relance_words_amount_short (file->last_payment->amount, file->last_payment->currency);
      g_autofree char *date = relance_words_date (file->last_payment->date);

      g_strv_builder_take (
        sentences,
        /* Translators: an amount and a date. */
        g_strdup_printf (_ ("The last payment was %1$s on %2$s."), amount, date));
    }
  else
    g_strv_builder_add (sentences, _ ("No payment is recorded yet."));

  strings = g_strv_builder_end (sentences);
  return g_strjoinv (" ", strings);
}

static void
show_client (RelanceClientView *self, const RelanceClientFile *file)
{
  RelanceClient *client = file->client;
  g_autofree char *habits = describe_habits (file);

  gtk_label_set_label (self->name, client->name);
  gtk_label_set_label (self->kind, relance_wording_kind (client->kind));
  gtk_label_set_label (self->tone, relance_wording_tone (client->tone));
  gtk_widget_set_visible (self->archived, client->archived);
  gtk_widget_set_visible (self->erased, client->erased_at != 0);
  gtk_label_set_label (self->habits, habits);
}

static char *
describe_exclusion (RelanceClient *client)
{
  g_autofree char *until = NULL;

  if (client->excluded_until == RELANCE_DATE_NONE)
    /* Translators: %s is why a client gets no reminders. */
    return g_strdup_printf (_ ("No reminders: %s"), client->excluded);

  until = relance_words_date (client->excluded_until);
  /* Translators: a date, and why a client gets no reminders until then. */
  return g_strdup_printf (_ ("No reminders until %1$s: %2$s"), until, client->excluded);
}

static void
show_exclusion (RelanceClientView *self, RelanceClient *client, gboolean excluded)
{
  if (excluded)
    {
      g_autofree char *text = describe_exclusion (client);

      adw_banner_set_title (self->exclusion, text);
    }
  adw_banner_set_revealed (self->exclusion, excluded);
}

static void
show_figures (RelanceClientView *self, const RelanceClientFile *file, gboolean excluded)
{
  g_autofree char *owed = relance_words_owed (file->client);
  g_autofree char *late = relance_words_overdue (file->client);
  g_autofree char *credit = relance_words_credit (file->client);
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
  gtk_label_set_label (self->credit, credit);
  gtk_widget_set_visible (self->credit_box, *credit != '\0');
  gtk_widget_set_visible (self->remind_button, *late != '\0' && !excluded);
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
relance_client_view_dispose (GObject *object)
{
  G_OBJECT_CLASS (relance_client_view_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_CLIENT_VIEW);
  g_clear_object (&RELANCE_CLIENT_VIEW (object)->actions);
}

static void
relance_client_view_class_init (RelanceClientViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_view_dispose;

  g_type_ensure (RELANCE_TYPE_CLIENT_PROFILE);
  g_type_ensure (RELANCE_TYPE_CLIENT_CONTACTS);
  g_type_ensure (RELANCE_TYPE_CLIENT_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, client_menu);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, exclusion);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, scroller);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, kind);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, tone);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, archived);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, erased);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, habits);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, owed);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, owed_detail);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, late_box);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, late);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, credit_box);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, credit);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, remind_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, invoices_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, invoices);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, profile);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, contacts);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientView, timeline);
  gtk_widget_class_bind_template_callback (widget_class, remind_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, invoice_activated_cb);
}

static void
relance_client_view_init (RelanceClientView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = relance_client_actions_new (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "client",
                                  relance_client_actions_get_group (self->actions));
}

void
relance_client_view_set_desk (RelanceClientView *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_CLIENT_VIEW (self));

  relance_client_actions_set_desk (self->actions, desk);
}

/**
 * relance_client_view_show:
 * @today: for what happened today or yesterday
 */
void
relance_client_view_show (RelanceClientView *self, const RelanceClientFile *file, RelanceDate today)
{
  gboolean excluded = relance_client_is_excluded (file->client, today);

  if (self->client_id != file->client->id)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      relance_client_timeline_start_over (self->timeline);
    }

  self->client_id = file->client->id;
  relance_client_actions_set_client (self->actions, file->client);
  show_client (self, file);
  show_exclusion (self, file->client, excluded);
  show_figures (self, file, excluded);
  show_invoices (self, file->invoices);
  relance_client_profile_show (self->profile, file, today);
  relance_client_contacts_show (self->contacts, file->client);
  relance_client_timeline_show (self->timeline, file->events, today);
}

/* Nobody is on screen: there is nothing to do with them. */
void
relance_client_view_clear (RelanceClientView *self)
{
  g_return_if_fail (RELANCE_IS_CLIENT_VIEW (self));

  relance_client_actions_set_client (self->actions, NULL);
}

GActionGroup *
relance_client_view_get_actions (RelanceClientView *self)
{
  g_return_val_if_fail (RELANCE_IS_CLIENT_VIEW (self), NULL);

  return relance_client_actions_get_group (self->actions);
}

GMenuModel *
relance_client_view_get_menu (RelanceClientView *self)
{
  g_return_val_if_fail (RELANCE_IS_CLIENT_VIEW (self), NULL);

  return self->client_menu;
}
