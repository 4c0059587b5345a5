/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-account-page.h"

#include "relance-preferences-dialog.h"
#include "widgets/relance-field-note.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _RelanceAccountPage
{
  AdwPreferencesPage parent_instance;

  /* Template */
  AdwPreferencesGroup *new_group;
  GtkEditable *key;
  GtkEditable *base_url;
  GtkWidget *add_button;
  AdwPreferencesGroup *account_group;
  GtkWidget *state;
  GtkWidget *spinner;
  GtkWidget *check_button;
  GtkEditable *test;
  AdwActionRow *folder;
  RelanceFieldNote *key_note;
  RelanceFieldNote *test_note;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *cancellable; /* what waits for the network ends with the page */
  char *account_id;          /* of the account that is shown, or NULL */
  char *folder_path;

  /* State */
  gboolean busy; /* an answer is waited for */
};

G_DEFINE_FINAL_TYPE (RelanceAccountPage, relance_account_page, ADW_TYPE_PREFERENCES_PAGE)

/* Nothing is switched off meanwhile: a widget that is loses the focus, and Escape with it. */
static void
set_busy (RelanceAccountPage *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_visible (self->spinner, busy);
}

static void
run (RelanceAccountPage *self,
     RelanceUseCase use_case,
     gpointer request,
     GDestroyNotify free_request,
     GAsyncReadyCallback callback)
{
  set_busy (self, TRUE);
  relance_desk_run_async (self->desk, RELANCE_LANE_NETWORK, use_case, request, free_request, NULL,
                          self->cancellable, callback, g_object_ref (self));
}

/* Returns whether it went well; says beside @note what did not. */
static gboolean
finish (RelanceAccountPage *self, GObject *source, GAsyncResult *result, RelanceFieldNote *note)
{
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  set_busy (self, FALSE);
  relance_field_note_say_error (note, error);
  return error == NULL;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceAccountPage) self = data;

  if (!finish (self, source, result, self->key_note))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->key));
  gtk_editable_set_text (self->key, "");
  gtk_editable_set_text (self->base_url, "");
  relance_preferences_dialog_tell (GTK_WIDGET (self), _ ("The key is good. Brevo is ready."));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceAccountPage) self = data;

  if (finish (self, source, result, self->test_note))
    relance_preferences_dialog_tell (GTK_WIDGET (self), _ ("The key is good."));
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceAccountPage) self = data;

  if (finish (self, source, result, self->test_note))
    relance_preferences_dialog_tell (GTK_WIDGET (self),
                                     _ ("The test is on its way. Look into your inbox."));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceAccountPage) self = data;

  if (finish (self, source, result, self->test_note))
    relance_preferences_dialog_tell (GTK_WIDGET (self), _ ("The account and its key are removed"));
}

static void
key_changed_cb (RelanceAccountPage *self)
{
  relance_field_note_say (self->key_note, NULL);
  gtk_widget_set_sensitive (self->add_button, *gtk_editable_get_text (self->key) != '\0');
}

static void
add_cb (RelanceAccountPage *self)
{
  if (self->busy || *gtk_editable_get_text (self->key) == '\0')
    return;

  run (self, relance_preferences_add_account,
       relance_account_order_new ("brevo", gtk_editable_get_text (self->base_url),
                                  gtk_editable_get_text (self->key)),
       (GDestroyNotify) relance_account_order_free, added_cb);
}

static void
check_cb (RelanceAccountPage *self)
{
  if (self->busy)
    return;

  run (self, relance_preferences_check_account, g_strdup (self->account_id), g_free, checked_cb);
}

static void
test_cb (RelanceAccountPage *self)
{
  if (self->busy)
    return;

  run (self, relance_preferences_send_test,
       relance_test_order_new (self->account_id, gtk_editable_get_text (self->test)),
       (GDestroyNotify) relance_test_order_free, tested_cb);
}

static void
remove_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceAccountPage) self = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "remove") && self->account_id)
    run (self, relance_preferences_remove_account, g_strdup (self->account_id), g_free, removed_cb);
}

/* The key leaves the keyring for good, so this is asked rather than undone. */
static void
remove_cb (RelanceAccountPage *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
    _ ("Remove the Account?"),
    _ ("Its key is erased from the keyring. Messages that wait for it stay in the outbox."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep"), "remove",
                                  _ ("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), NULL, remove_answered_cb,
                           g_object_ref (self));
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceAccountPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    relance_preferences_dialog_tell_error (GTK_WIDGET (self), error);
}

static void
open_folder_cb (RelanceAccountPage *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->folder_path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* It is made when the first mail is saved, which may be yet to come. */
  g_mkdir_with_parents (self->folder_path, 0700);
  gtk_file_launcher_launch (launcher, GTK_WINDOW (root), NULL, folder_opened_cb,
                            g_object_ref (self));
}

static RelanceAccount *
find_account (GPtrArray *accounts, const char *provider)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      RelanceAccount *account = g_ptr_array_index (accounts, i);

      if (g_str_equal (account->provider, provider))
        return account;
    }
  return NULL;
}

static const char *
describe_state (RelanceAccount *account)
{
  switch (account->state)
    {
    case RELANCE_ACCOUNT_READY:
      return C_ ("mail account", "Ready");
    case RELANCE_ACCOUNT_ATTENTION:
      return account->reason ? account->reason : _ ("Needs your attention");
    case RELANCE_ACCOUNT_UNCHECKED:
    default:
      return _ ("The key has not been checked yet");
    }
}

/* The focus goes along: one that is left in what disappears is lost, and Escape with it. */
static void
show_group (RelanceAccountPage *self, gboolean known)
{
  GtkWidget *shown = GTK_WIDGET (known ? self->account_group : self->new_group);
  GtkWidget *hidden = GTK_WIDGET (known ? self->new_group : self->account_group);

  gtk_widget_set_visible (shown, TRUE);
  if (gtk_widget_get_focus_child (hidden))
    gtk_widget_grab_focus (known ? self->check_button : GTK_WIDGET (self->key));
  gtk_widget_set_visible (hidden, FALSE);
}

static void
show_account (RelanceAccountPage *self, RelanceAccount *account)
{
  show_group (self, account != NULL);
  g_set_str (&self->account_id, account ? account->id : NULL);
  if (!account)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), describe_state (account));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->state), account->base_url);
  if (account->state == RELANCE_ACCOUNT_ATTENTION)
    gtk_widget_add_css_class (self->state, "error");
  else
    gtk_widget_remove_css_class (self->state, "error");
}

static void
relance_account_page_dispose (GObject *object)
{
  RelanceAccountPage *self = RELANCE_ACCOUNT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_ACCOUNT_PAGE);

  G_OBJECT_CLASS (relance_account_page_parent_class)->dispose (object);
}

static void
relance_account_page_finalize (GObject *object)
{
  RelanceAccountPage *self = RELANCE_ACCOUNT_PAGE (object);

  g_clear_object (&self->cancellable);
  g_free (self->account_id);
  g_free (self->folder_path);

  G_OBJECT_CLASS (relance_account_page_parent_class)->finalize (object);
}

static void
relance_account_page_class_init (RelanceAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_account_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_account_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, new_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, key);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, base_url);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, account_group);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, state);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, test);
  gtk_widget_class_bind_template_child (widget_class, RelanceAccountPage, folder);
  gtk_widget_class_bind_template_callback (widget_class, key_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
relance_account_page_init (RelanceAccountPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->key_note = RELANCE_FIELD_NOTE (relance_field_note_new (GTK_WIDGET (self->key)));
  adw_preferences_group_add (self->new_group, GTK_WIDGET (self->key_note));
  self->test_note = RELANCE_FIELD_NOTE (relance_field_note_new (GTK_WIDGET (self->test)));
  adw_preferences_group_add (self->account_group, GTK_WIDGET (self->test_note));
}

void
relance_account_page_set_desk (RelanceAccountPage *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_ACCOUNT_PAGE (self));

  g_set_object (&self->desk, desk);
}

/* The address of the business is proposed for the test. */
void
relance_account_page_fill (RelanceAccountPage *self, const RelancePreferences *preferences)
{
  g_return_if_fail (RELANCE_IS_ACCOUNT_PAGE (self));

  show_account (self, find_account (preferences->accounts, "brevo"));
  if (*gtk_editable_get_text (self->test) == '\0')
    gtk_editable_set_text (self->test,
                           relance_business_get (preferences->business, RELANCE_BUSINESS_EMAIL));

  g_set_str (&self->folder_path, preferences->folder);
  adw_action_row_set_subtitle (self->folder, preferences->folder);
}
