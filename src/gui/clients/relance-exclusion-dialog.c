/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-exclusion-dialog.h"

#include "invoices/relance-date-field.h"
#include "relance-client-file.h"
#include "relance-clients-many.h"
#include "relance-window.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

struct _RelanceExclusionDialog
{
  AdwDialog parent_instance;

  GtkWidget *save;
  AdwEntryRow *reason;
  RelanceDateField *until;
  RelanceFieldNote *reason_note;
  RelanceFieldNote *until_note;

  RelanceDesk *desk;
  RelanceClient *client; /* being filled in, or for several clients what they will have; set last */
  GArray *ids;           /* of several clients, or NULL */
};

/* What to do with several clients. */
typedef struct
{
  GArray *ids;
  RelanceClient *model;
} Request;

G_DEFINE_FINAL_TYPE (RelanceExclusionDialog, relance_exclusion_dialog, ADW_TYPE_DIALOG)

static void
free_request (Request *self)
{
  g_array_unref (self->ids);
  g_object_unref (self->model);
  g_free (self);
}

/* A RelanceUseCase. Returns what Undo takes back and how many were left out, as two gint64. */
static gpointer
exclude_many (RelanceBook *book, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autofree gint64 *answer = g_new0 (gint64, 2);

  answer[1] = relance_clients_exclude_many (book, request->ids, request->model->excluded,
                                            request->model->excluded_until, &answer[0], error);
  return answer[1] > 0 ? g_steal_pointer (&answer) : NULL;
}

static gboolean
read_reason (RelanceExclusionDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autofree char *value = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  gboolean good = relance_clients_set (self->client, "excluded", value, &error);

  relance_field_note_say_error (self->reason_note, error);
  return good && *value != '\0';
}

/* Without a date it is for good. */
static gboolean
read_until (RelanceExclusionDialog *self)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));
  RelanceDate until = relance_date_field_get_date (self->until);
  const char *wrong = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->until)) == '\0')
    until = RELANCE_DATE_NONE;
  else if (until == RELANCE_DATE_NONE)
    wrong = _ ("This is not a date. Write it as 15/3, or 2026-03-15.");
  else if (until < today)
    wrong = _ ("This day is over.");

  relance_field_note_say (self->until_note, wrong);
  self->client->excluded_until = until;
  return wrong == NULL;
}

static void
form_changed_cb (RelanceExclusionDialog *self)
{
  gboolean good;

  if (self->client == NULL)
    return;
  good = read_reason (self);
  good = read_until (self) && good;
  gtk_widget_set_sensitive (self->save, good);
}

static char *
describe (RelanceExclusionDialog *self, int count)
{
  if (self->ids == NULL)
    /* Translators: %s is a client. */
    return g_strdup_printf (_ ("%s is left out of reminders"), self->client->name);
  /* Translators: %d is how many clients. */
  return g_strdup_printf (
    ngettext ("%d client is left out of reminders", "%d clients are left out of reminders", count),
    count);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceExclusionDialog) self = user_data;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *answer = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (answer == NULL)
    {
      relance_field_note_say_error (self->reason_note, error);
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }

  text = describe (self, (int) answer[1]);
  if (window != NULL && answer[0] != 0)
    relance_window_tell_undo (window, text, answer[0]);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_many (RelanceExclusionDialog *self)
{
  Request *request = g_new0 (Request, 1);

  request->ids = g_array_ref (self->ids);
  request->model = relance_client_copy (self->client);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, exclude_many, request,
                          (GDestroyNotify) free_request, g_free, NULL, saved_cb,
                          g_object_ref (self));
}

static void
save_clicked_cb (RelanceExclusionDialog *self)
{
  gtk_widget_set_sensitive (self->save, FALSE);
  if (self->ids != NULL)
    {
      save_many (self);
      return;
    }
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_file_save,
                          relance_client_copy (self->client), g_object_unref, g_free, NULL,
                          saved_cb, g_object_ref (self));
}

static void
relance_exclusion_dialog_dispose (GObject *object)
{
  RelanceExclusionDialog *self = RELANCE_EXCLUSION_DIALOG (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->ids, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_EXCLUSION_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_exclusion_dialog_parent_class)->dispose (object);
}

static void
relance_exclusion_dialog_class_init (RelanceExclusionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_exclusion_dialog_dispose;

  g_type_ensure (RELANCE_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-exclusion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceExclusionDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RelanceExclusionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, RelanceExclusionDialog, until);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
relance_exclusion_dialog_init (RelanceExclusionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reason_note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->reason)));
  self->until_note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->until)));
}

AdwDialog *
relance_exclusion_dialog_new (RelanceDesk *desk, RelanceClient *client)
{
  RelanceExclusionDialog *self = g_object_new (RELANCE_TYPE_EXCLUSION_DIALOG, NULL);
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (desk));

  self->desk = g_object_ref (desk);
  relance_date_field_set_today (self->until, today, TRUE);
  relance_date_field_set_date (self->until, client->excluded_until);
  gtk_editable_set_text (GTK_EDITABLE (self->reason),
                         client->excluded != NULL ? client->excluded : "");
  self->client = relance_client_copy (client);
  form_changed_cb (self);
  return ADW_DIALOG (self);
}

/**
 * relance_exclusion_dialog_new_for_many:
 * @ids: (element-type gint64): of clients
 */
AdwDialog *
relance_exclusion_dialog_new_for_many (RelanceDesk *desk, GArray *ids)
{
  g_autoptr (RelanceClient) nobody = relance_client_new ("");
  AdwDialog *dialog = relance_exclusion_dialog_new (desk, nobody);

  RELANCE_EXCLUSION_DIALOG (dialog)->ids = g_array_ref (ids);
  return dialog;
}
