/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-application.h"

#include "preferences/relance-preferences-dialog.h"
#include "relance-about.h"
#include "relance-shortcuts.h"
#include "relance-window.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

struct _RelanceApplication
{
  AdwApplication parent_instance;

  /* From the command line */
  char *book; /* NULL: the user's own */
  RelanceClock *clock;

  /* Owned */
  GSettings *settings; /* NULL when the schema is not installed */
  RelanceDesk *desk;

  /* Borrowed */
  RelanceWindow *window;
};

G_DEFINE_FINAL_TYPE (RelanceApplication, relance_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample book"), NULL },
  { "book", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the book in FILE"), N_ ("FILE") },
  { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Start as if it were DATE"), N_ ("DATE") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
  { NULL }
};

/* A schema may be missing when the program runs from where it was built. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RelanceApplication *self = data;

  /* Closing first lets the window keep its size and its pages what was typed. */
  if (self->window)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (data);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RelanceApplication *self = data;

  adw_dialog_present (relance_preferences_dialog_new (self->desk), GTK_WIDGET (self->window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RelanceApplication *self = data;

  adw_dialog_present (relance_about_new (self->desk), GTK_WIDGET (self->window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RelanceApplication *self = data;

  adw_dialog_present (relance_shortcuts_dialog_new (), GTK_WIDGET (self->window));
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *path = relance_book_dup_sample_path ();

  relance_application_open_book (data, path);
}

static void
leave_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *path = relance_book_dup_default_path ();

  relance_application_open_book (data, path);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },   { "preferences", preferences_cb }, { "shortcuts", shortcuts_cb },
  { "about", about_cb }, { "open-sample", open_sample_cb }, { "leave-sample", leave_sample_cb },
};

/* Nothing can be preferred, or told about, while no book is open. */
static void
enable_book_actions (RelanceApplication *self, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "preferences");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
book_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceDesk *desk = RELANCE_DESK (source);
  g_autoptr (RelanceApplication) self = data;
  g_autoptr (GError) error = NULL;
  gboolean opened = relance_desk_open_finish (desk, result, &error);

  if (desk != self->desk || !self->window)
    return;

  enable_book_actions (self, opened);
  if (opened)
    relance_window_show_book (self->window);
  else
    relance_window_show_trouble (self->window, error);
}

static void
close_desk (RelanceApplication *self)
{
  if (self->desk)
    relance_desk_close (self->desk);
  g_clear_object (&self->desk);
}

/* A window that is closed may live on for a while: what it has asked for holds it. */
static void
relance_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  RelanceApplication *self = RELANCE_APPLICATION (application);

  GTK_APPLICATION_CLASS (relance_application_parent_class)->window_removed (application, window);
  if (window != GTK_WINDOW (self->window))
    return;
  self->window = NULL;
  close_desk (self);
}

static void
ensure_window (RelanceApplication *self)
{
  g_autofree char *path = NULL;

  if (self->window)
    return;

  path = self->book ? g_strdup (self->book) : relance_book_dup_default_path ();
  relance_application_open_book (self, path);
}

static void
relance_application_activate (GApplication *application)
{
  RelanceApplication *self = RELANCE_APPLICATION (application);

  ensure_window (self);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
relance_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  RelanceApplication *self = RELANCE_APPLICATION (application);
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);

  g_application_activate (application);
  relance_window_import (self->window, G_LIST_MODEL (list));
}

static void
relance_application_startup (GApplication *application)
{
  RelanceApplication *self = RELANCE_APPLICATION (application);

  G_APPLICATION_CLASS (relance_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  self->settings = open_settings ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  relance_shortcuts_install (GTK_APPLICATION (self));
}

static void
relance_application_shutdown (GApplication *application)
{
  close_desk (RELANCE_APPLICATION (application));

  G_APPLICATION_CLASS (relance_application_parent_class)->shutdown (application);
}

static gboolean
read_today (RelanceApplication *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClock) fixed = relance_clock_new_parsed (text, &error);

  if (!fixed)
    {
      g_autofree char *sentence = relance_wording_error (error);

      g_printerr ("relance: %s\n", sentence);
      return FALSE;
    }

  g_set_object (&self->clock, relance_clock_new_running_from (fixed));
  return TRUE;
}

static int
relance_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  RelanceApplication *self = RELANCE_APPLICATION (application);
  const char *today = NULL;
  g_autofree char *current = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Relance %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (dict, "book", "^ay", &current))
    self->book = g_canonicalize_filename (current, NULL);
  else if (g_variant_dict_contains (dict, "demo"))
    self->book = relance_book_dup_sample_path ();

  if (g_variant_dict_lookup (dict, "today", "&s", &today) && !read_today (self, today))
    return 2;

  /* Another book, or another day, is another program beside the one that runs. */
  if (self->book || today)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
relance_application_finalize (GObject *object)
{
  RelanceApplication *self = RELANCE_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->desk);
  g_clear_object (&self->clock);
  g_free (self->book);

  G_OBJECT_CLASS (relance_application_parent_class)->finalize (object);
}

static void
relance_application_class_init (RelanceApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = relance_application_activate;
  application_class->open = relance_application_open;
  application_class->startup = relance_application_startup;
  application_class->shutdown = relance_application_shutdown;
  application_class->handle_local_options = relance_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = relance_application_window_removed;
  G_OBJECT_CLASS (klass)->finalize = relance_application_finalize;
}

static void
relance_application_init (RelanceApplication *self)
{
  g_set_application_name ("Relance");
  self->clock = relance_clock_new_system ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (
    G_APPLICATION (self), _ ("Get paid, kindly. Files that are named are offered for import."));
}

RelanceApplication *
relance_application_new (void)
{
  return g_object_new (RELANCE_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/example/Relance",
                       NULL);
}

/**
 * relance_application_get_settings:
 *
 * Returns: (nullable): %NULL when the schema is not installed; nothing is remembered then
 */
GSettings *
relance_application_get_settings (RelanceApplication *self)
{
  g_return_val_if_fail (RELANCE_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * relance_application_open_book:
 *
 * Puts another book in the window, which is made when there is none.
 */
void
relance_application_open_book (RelanceApplication *self, const char *path)
{
  g_return_if_fail (RELANCE_IS_APPLICATION (self));

  close_desk (self);
  self->desk = relance_desk_new (self->clock);
  enable_book_actions (self, FALSE);

  /* First, so that the book opens while the window is made. */
  relance_desk_open_async (self->desk, path, NULL, book_opened_cb, g_object_ref (self));

  if (self->window)
    relance_window_set_desk (self->window, self->desk);
  else
    self->window = relance_window_new (self, self->desk);
}
