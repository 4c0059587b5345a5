/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-merge-dialog.h"

#include "relance-client-work.h"
#include "relance-window.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whom one looks for is among the first, or more is typed. */
#define MAX_RESULTS 8

struct _RelanceMergeDialog
{
  AdwDialog parent_instance;

  GtkWidget *merge;
  AdwEntryRow *search;
  RelanceFieldNote *note;
  GtkWidget *results_group;
  GtkListBox *results;
  GtkWidget *stays_group;
  AdwActionRow *this_row;
  AdwActionRow *other_row;
  GtkCheckButton *this_stays;
  GtkCheckButton *other_stays;
  GtkWidget *plan_group;
  GtkLabel *n_invoices;
  GtkLabel *n_payments;
  GtkLabel *n_contacts;

  RelanceDesk *desk;
  RelanceClient *client; /* the one on screen */
  RelanceClient *other;  /* NULL until it is chosen */
  GCancellable *asking;

  gboolean filling;
  gboolean of_list; /* both were chosen there, and neither is on screen */
};

G_DEFINE_FINAL_TYPE (RelanceMergeDialog, relance_merge_dialog, ADW_TYPE_DIALOG)

static GCancellable *
renew_asking (RelanceMergeDialog *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  return self->asking;
}

static RelanceClient *
get_leaving (RelanceMergeDialog *self)
{
  return gtk_check_button_get_active (self->this_stays) ? self->other : self->client;
}

static RelanceClient *
get_staying (RelanceMergeDialog *self)
{
  return gtk_check_button_get_active (self->this_stays) ? self->client : self->other;
}

static RelanceMergeRequest *
make_request (RelanceMergeDialog *self)
{
  RelanceMergeRequest *request = g_new0 (RelanceMergeRequest, 1);

  request->from = get_leaving (self)->id;
  request->into = get_staying (self)->id;
  return request;
}

static void
show_number (GtkLabel *label, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_label_set_label (label, text);
}

static void
show_plan (RelanceMergeDialog *self, const RelanceMergePlan *plan)
{
  if (plan != NULL)
    {
      show_number (self->n_invoices, plan->n_invoices);
      show_number (self->n_payments, plan->n_payments);
      show_number (self->n_contacts, plan->n_contacts);
    }
  gtk_widget_set_visible (self->plan_group, plan != NULL);
  gtk_widget_set_sensitive (self->merge, plan != NULL);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceMergePlan *plan =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  relance_field_note_say_error (self->note, error);
  show_plan (self, plan);
}

static void
ask_plan (RelanceMergeDialog *self)
{
  gtk_widget_set_sensitive (self->merge, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_work_plan_merge,
                          make_request (self), g_free, g_free, renew_asking (self), planned_cb,
                          g_object_ref (self));
}

static const char *
get_details (RelanceClient *client)
{
  if (client->email != NULL)
    return client->email;

  return client->city != NULL ? client->city : "";
}

static void
describe_client (AdwActionRow *row, RelanceClient *client)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), client->name);
  adw_action_row_set_subtitle (row, get_details (client));
}

static void
choose (RelanceMergeDialog *self, RelanceClient *other)
{
  g_set_object (&self->other, other);
  gtk_widget_set_visible (self->results_group, other == NULL);
  gtk_widget_set_visible (self->stays_group, other != NULL);
  show_plan (self, NULL);
  relance_field_note_say (self->note, NULL);
  if (other == NULL)
    return;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), other->name);
  self->filling = FALSE;
  describe_client (self->other_row, other);
  gtk_widget_grab_focus (GTK_WIDGET (self->this_stays));
  ask_plan (self);
}

static GtkWidget *
create_result (RelanceClient *client)
{
  GtkWidget *row = adw_action_row_new ();

  describe_client (ADW_ACTION_ROW (row), client);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "client", g_object_ref (client), g_object_unref);
  return row;
}

static void
show_results (RelanceMergeDialog *self, GPtrArray *clients)
{
  gtk_list_box_remove_all (self->results);
  for (guint i = 0; i < clients->len; i++)
    {
      RelanceClient *client = clients->pdata[i];

      if (client->id != self->client->id)
        gtk_list_box_append (self->results, create_result (client));
    }
  gtk_widget_set_visible (self->results_group,
                          gtk_widget_get_first_child (GTK_WIDGET (self->results)) != NULL);
}

/* A RelanceUseCase. */
static gpointer
find_clients (RelanceBook *book, gpointer text, GCancellable *cancellable, GError **error)
{
  return relance_clients_list (book, text, MAX_RESULTS, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  relance_field_note_say_error (self->note, error);
  if (clients != NULL)
    show_results (self, clients);
}

/* Before anything is typed: who has the first word of the name too, as doubles often do. */
static char *
dup_wanted (RelanceMergeDialog *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *name = self->client->name;

  return *typed != '\0' ? g_strdup (typed) : g_strndup (name, strcspn (name, " "));
}

static void
find (RelanceMergeDialog *self)
{
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, find_clients, dup_wanted (self), g_free,
                          (GDestroyNotify) g_ptr_array_unref, renew_asking (self), found_cb,
                          g_object_ref (self));
}

static void
search_changed_cb (RelanceMergeDialog *self)
{
  if (self->filling || self->desk == NULL)
    return;
  choose (self, NULL);
  find (self);
}

static void
result_activated_cb (RelanceMergeDialog *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "client"));
}

static void
choice_changed_cb (RelanceMergeDialog *self)
{
  if (self->other != NULL)
    ask_plan (self);
}

static void
tell_merged (RelanceMergeDialog *self, RelanceWindow *window, gint64 change)
{
  g_autofree char *text = NULL;

  /* Translators: two clients: the one that goes, and the one that stays. */
  text = g_strdup_printf (_ ("%1$s was merged into %2$s"), get_leaving (self)->name,
                          get_staying (self)->name);
  relance_window_tell_undo (window, text, change);
  if (get_staying (self) != self->client && !self->of_list)
    relance_window_show_client (window, self->other->id);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceMergeDialog) self = user_data;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (change == NULL)
    {
      relance_field_note_say_error (self->note, error);
      return;
    }

  if (window != NULL)
    tell_merged (self, window, *change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
merge_clicked_cb (RelanceMergeDialog *self)
{
  gtk_widget_set_sensitive (self->merge, FALSE);
  gtk_widget_set_sensitive (self->stays_group, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search), FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_work_merge,
                          make_request (self), g_free, g_free, NULL, merged_cb,
                          g_object_ref (self));
}

static void
relance_merge_dialog_dispose (GObject *object)
{
  RelanceMergeDialog *self = RELANCE_MERGE_DIALOG (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->other);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_MERGE_DIALOG);
  g_clear_object (&self->client);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_merge_dialog_parent_class)->dispose (object);
}

static void
relance_merge_dialog_class_init (RelanceMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_merge_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, merge);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, results_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, results);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, stays_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, this_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, this_stays);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, other_stays);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, plan_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, n_invoices);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, n_payments);
  gtk_widget_class_bind_template_child (widget_class, RelanceMergeDialog, n_contacts);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_clicked_cb);
}

static void
relance_merge_dialog_init (RelanceMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->search)));
}

AdwDialog *
relance_merge_dialog_new (RelanceDesk *desk, RelanceClient *client)
{
  RelanceMergeDialog *self = g_object_new (RELANCE_TYPE_MERGE_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  self->client = g_object_ref (client);
  describe_client (self->this_row, client);
  find (self);
  return ADW_DIALOG (self);
}

/* Two clients that were chosen in a list. */
AdwDialog *
relance_merge_dialog_new_for_two (RelanceDesk *desk, RelanceClient *client, RelanceClient *other)
{
  AdwDialog *dialog = relance_merge_dialog_new (desk, client);
  RelanceMergeDialog *self = RELANCE_MERGE_DIALOG (dialog);

  self->of_list = TRUE;
  choose (self, other);
  gtk_widget_set_visible (GTK_WIDGET (self->search), FALSE);
  adw_dialog_set_focus (dialog, GTK_WIDGET (self->this_stays));
  return dialog;
}
