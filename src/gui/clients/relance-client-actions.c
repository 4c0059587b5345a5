/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-actions.h"

#include "relance-client-dialog.h"
#include "relance-client-work.h"
#include "relance-contact-dialog.h"
#include "relance-exchange-dialog.h"
#include "relance-exclusion-dialog.h"
#include "relance-export.h"
#include "relance-merge-dialog.h"
#include "relance-situation-dialog.h"
#include "relance-window.h"

#include <glib/gi18n.h>

struct _RelanceClientActions
{
  GObject parent_instance;

  GSimpleActionGroup *group;
  RelanceDesk *desk;
  RelanceClient *client; /* the one on screen */

  GtkWidget *owner; /* borrowed: it owns us */
};

G_DEFINE_FINAL_TYPE (RelanceClientActions, relance_client_actions, G_TYPE_OBJECT)

/* Something that was asked for, and what is said once it is done. */
typedef struct
{
  RelanceWindow *window;
  char *text;
} Errand;

static void
free_errand (Errand *self)
{
  g_clear_object (&self->window);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *change = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (errand->window == NULL)
    return;
  if (change != NULL)
    relance_window_tell_undo (errand->window, errand->text, *change);
  else
    relance_window_tell_error (errand->window, error);
}

/* @format: what is said afterwards of the client, whose name is its %s. */
static void
run (RelanceClientActions *self, RelanceUseCase use_case, const char *format)
{
  Errand *errand = g_new0 (Errand, 1);

  g_set_object (&errand->window, relance_window_of (self->owner));
  errand->text = g_strdup_printf (format, self->client->name);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, use_case,
                          g_memdup2 (&self->client->id, sizeof self->client->id), g_free, g_free,
                          NULL, done_cb, errand);
}

static void
present (RelanceClientActions *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, self->owner);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  present (self, relance_client_dialog_new (self->desk, self->client));
}

static void
add_contact_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  present (self, relance_contact_dialog_new (self->desk, self->client, NULL));
}

static void
edit_contact_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  for (guint i = 0; i < self->client->contacts->len; i++)
    {
      const RelanceContact *contact = self->client->contacts->pdata[i];

      if (contact->id == g_variant_get_int64 (parameter))
        present (self, relance_contact_dialog_new (self->desk, self->client, contact));
    }
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  present (self, relance_merge_dialog_new (self->desk, self->client));
}

static void
record_exchange_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  present (self, relance_exchange_dialog_new (self->desk, self->client, 0));
}

static void
set_situation_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  present (self, relance_situation_dialog_new (self->desk, self->client));
}

static void
exclude_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;

  present (self, relance_exclusion_dialog_new (self->desk, self->client));
}

static void
include_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* Translators: %s is a client. */
  run (user_data, relance_client_work_include, _ ("%s gets reminders again"));
}

static void
archive_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* Translators: %s is a client. */
  run (user_data, relance_client_work_archive, _ ("%s was archived"));
}

static void
bring_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* Translators: %s is a client. */
  run (user_data, relance_client_work_bring_back, _ ("%s is in the list again"));
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* Translators: %s is a client. */
  run (user_data, relance_client_work_remove, _ ("%s was removed"));
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree RelanceExportCounts *counts =
    relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (errand->window == NULL)
    return;
  if (counts != NULL)
    relance_window_tell (errand->window, errand->text);
  else
    relance_window_tell_error (errand->window, error);
}

static void
export_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientActions) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  const RelanceClient *client = g_object_get_data (source, "client");
  Errand *errand;

  /* Whoever closes the dialog wants no file. */
  if (file == NULL || g_file_peek_path (file) == NULL)
    return;

  errand = g_new0 (Errand, 1);
  g_set_object (&errand->window, relance_window_of (self->owner));
  /* Translators: %s is a client. */
  errand->text = g_strdup_printf (_ ("All that is known of %s was exported"), client->name);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_work_export,
                          relance_client_export_new (client->id, g_file_peek_path (file)),
                          (GDestroyNotify) relance_client_export_free, g_free, NULL, exported_cb,
                          errand);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (self->client->name, ".json", NULL);

  g_strdelimit (name, "/\\:", '-');
  gtk_file_dialog_set_title (dialog, _ ("Export All That Is Known of a Client"));
  gtk_file_dialog_set_initial_name (dialog, name);
  g_object_set_data_full (G_OBJECT (dialog), "client", g_object_ref (self->client), g_object_unref);
  gtk_file_dialog_save (dialog, GTK_WINDOW (relance_window_of (self->owner)), NULL,
                        export_chosen_cb, g_object_ref (self));
}

static void
erase_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientActions) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  const gint64 *id = g_object_get_data (source, "client");

  /* The question was about the client that was on screen then. */
  if (g_str_equal (answer, "erase") && self->client != NULL && self->client->id == *id)
    /* Translators: %s is a client. */
    run (self, relance_client_work_erase, _ ("The personal data of %s was erased"));
}

static void
erase_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RelanceClientActions *self = user_data;
  AdwDialog *dialog = adw_alert_dialog_new (NULL, NULL);

  /* Translators: %s is a client. */
  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog), _ ("Erase the Personal Data of %s?"),
                                   self->client->name);
  adw_alert_dialog_format_body (
    ADW_ALERT_DIALOG (dialog), "%s\n\n%s\n\n%s",
    _ ("For good: the persons, mail addresses and phone numbers, contacts, notes, hours, the words "
       "of reminders that were sent, and what was corrected. The client is archived."),
    _ ("What accounts need stays: the name, postal address and identifiers, invoices and payments, "
       "and the dates of reminders."),
    _ ("This cannot be undone. Snapshots made before still hold everything until they are "
       "replaced."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Cancel"), "erase",
                                  _ ("_Erase"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "client",
                          g_memdup2 (&self->client->id, sizeof self->client->id), g_free);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), self->owner, NULL, erase_answered_cb,
                           g_object_ref (self));
}

static void
enable (RelanceClientActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
relance_client_actions_dispose (GObject *object)
{
  RelanceClientActions *self = RELANCE_CLIENT_ACTIONS (object);

  g_clear_object (&self->group);
  g_clear_object (&self->client);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_client_actions_parent_class)->dispose (object);
}

static void
relance_client_actions_class_init (RelanceClientActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_client_actions_dispose;
}

static void
relance_client_actions_init (RelanceClientActions *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit", .activate = edit_cb },
    { .name = "add-contact", .activate = add_contact_cb },
    { .name = "edit-contact", .activate = edit_contact_cb, .parameter_type = "x" },
    { .name = "merge", .activate = merge_cb },
    { .name = "record-exchange", .activate = record_exchange_cb },
    { .name = "set-situation", .activate = set_situation_cb },
    { .name = "exclude", .activate = exclude_cb },
    { .name = "include", .activate = include_cb },
    { .name = "archive", .activate = archive_cb },
    { .name = "bring-back", .activate = bring_back_cb },
    { .name = "export", .activate = export_cb },
    { .name = "erase", .activate = erase_cb },
    { .name = "remove", .activate = remove_cb },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
  relance_client_actions_set_client (self, NULL);
}

/**
 * relance_client_actions_new:
 * @owner: what dialogs stand before; it outlives the actions
 */
RelanceClientActions *
relance_client_actions_new (GtkWidget *owner)
{
  RelanceClientActions *self = g_object_new (RELANCE_TYPE_CLIENT_ACTIONS, NULL);

  self->owner = owner;
  return self;
}

void
relance_client_actions_set_desk (RelanceClientActions *self, RelanceDesk *desk)
{
  g_set_object (&self->desk, desk);
}

/**
 * relance_client_actions_set_client:
 * @client: (nullable): whom the actions are about, or %NULL for nobody
 */
void
relance_client_actions_set_client (RelanceClientActions *self, RelanceClient *client)
{
  gboolean anybody = client != NULL;

  g_set_object (&self->client, client);
  enable (self, "edit", anybody);
  enable (self, "add-contact", anybody);
  enable (self, "edit-contact", anybody);
  enable (self, "merge", anybody);
  enable (self, "record-exchange", anybody);
  enable (self, "set-situation", anybody);
  enable (self, "exclude", anybody);
  enable (self, "include", anybody && client->excluded != NULL);
  enable (self, "archive", anybody && !client->archived);
  enable (self, "bring-back", anybody && client->archived);
  enable (self, "export", anybody);
  enable (self, "erase", anybody && client->erased_at == 0);
  enable (self, "remove", anybody);
}

GActionGroup *
relance_client_actions_get_group (RelanceClientActions *self)
{
  return G_ACTION_GROUP (self->group);
}
