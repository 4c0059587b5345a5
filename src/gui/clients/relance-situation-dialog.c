/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-situation-dialog.h"

#include "relance-client-file.h"
#include "relance-window.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>

struct _RelanceSituationDialog
{
  AdwDialog parent_instance;

  GtkWidget *save;
  AdwComboRow *choice;
  AdwEntryRow *reason;
  RelanceFieldNote *reason_note;

  RelanceDesk *desk;
  RelanceClient *client; /* being changed */
};

/* What is saved: read again, for something else about the client may have changed meanwhile. */
typedef struct
{
  gint64 client_id;
  RelanceSituation situation;
  char *reason;
} Request;

G_DEFINE_FINAL_TYPE (RelanceSituationDialog, relance_situation_dialog, ADW_TYPE_DIALOG)

static void
free_request (Request *self)
{
  g_free (self->reason);
  g_free (self);
}

/* A RelanceUseCase. Returns what Undo takes back, as a gint64; 0 when all is as it was. */
static gpointer
save (RelanceBook *book, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (RelanceClient) client = relance_clients_get (book, request->client_id, error);
  g_autofree gint64 *change = g_new0 (gint64, 1);

  if (client == NULL || !relance_clients_set (client, "situation_reason", request->reason, error))
    return NULL;
  client->situation = request->situation;

  return relance_clients_save (book, client, change, error) > 0 ? g_steal_pointer (&change) : NULL;
}

static gboolean
is_by_hand (RelanceSituationDialog *self)
{
  return adw_combo_row_get_selected (self->choice) > 0;
}

static void
form_changed_cb (RelanceSituationDialog *self)
{
  g_autofree char *reason = NULL;

  if (self->client == NULL)
    return;

  reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  relance_field_note_say (self->reason_note, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), is_by_hand (self));
  gtk_widget_set_sensitive (self->save, !is_by_hand (self) || *reason != '\0');
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceSituationDialog) self = user_data;
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  g_autofree char *text = NULL;

  if (change == NULL)
    {
      relance_field_note_say_error (self->reason_note, error);
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }

  /* Translators: %s is a client. */
  text = g_strdup_printf (_ ("The situation of %s was changed"), self->client->name);
  if (window != NULL && *change != 0)
    relance_window_tell_undo (window, text, *change);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* The first row is none of the situations. */
static void
save_clicked_cb (RelanceSituationDialog *self)
{
  Request *request = g_new0 (Request, 1);
  gboolean by_hand = is_by_hand (self);

  request->client_id = self->client->id;
  request->situation = (RelanceSituation) adw_combo_row_get_selected (self->choice);
  request->reason = g_strdup (by_hand ? gtk_editable_get_text (GTK_EDITABLE (self->reason)) : "");
  gtk_widget_set_sensitive (self->save, FALSE);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, save, request,
                          (GDestroyNotify) free_request, g_free, NULL, saved_cb,
                          g_object_ref (self));
}

static void
relance_situation_dialog_dispose (GObject *object)
{
  RelanceSituationDialog *self = RELANCE_SITUATION_DIALOG (object);

  g_clear_object (&self->client);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_SITUATION_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_situation_dialog_parent_class)->dispose (object);
}

static void
relance_situation_dialog_class_init (RelanceSituationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_situation_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-situation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSituationDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RelanceSituationDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, RelanceSituationDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
relance_situation_dialog_init (RelanceSituationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reason_note = RELANCE_FIELD_NOTE (relance_field_note_add_below (GTK_WIDGET (self->reason)));
}

AdwDialog *
relance_situation_dialog_new (RelanceDesk *desk, RelanceClient *client)
{
  RelanceSituationDialog *self = g_object_new (RELANCE_TYPE_SITUATION_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  adw_combo_row_set_selected (self->choice, client->situation);
  gtk_editable_set_text (GTK_EDITABLE (self->reason),
                         client->situation_reason != NULL ? client->situation_reason : "");
  self->client = g_object_ref (client);
  form_changed_cb (self);
  return ADW_DIALOG (self);
}
