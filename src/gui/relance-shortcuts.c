/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-shortcuts.h"

#include <glib/gi18n.h>

#define MAX_KEYS 3

typedef struct
{
  const char *title;
  const char *action;         /* NULL: its page listens for it */
  const char *keys[MAX_KEYS]; /* the first one is shown; the last is NULL */
} Shortcut;

static const Shortcut pages[] = {
  { NC_ ("page", "Today"), "win.show-page::today", { "<Control>1", "<Alt>1" } },
  { NC_ ("page", "Reminders"), "win.show-page::reminders", { "<Control>2", "<Alt>2" } },
  { NC_ ("page", "Invoices"), "win.show-page::invoices", { "<Control>3", "<Alt>3" } },
  { NC_ ("page", "Clients"), "win.show-page::clients", { "<Control>4", "<Alt>4" } },
  { NC_ ("page", "Sent"), "win.show-page::sent", { "<Control>5", "<Alt>5" } },
  { NC_ ("page", "Outbox"), "win.show-page::outbox", { "<Control>6", "<Alt>6" } },
  { NC_ ("page", "PDFs to Type"), "win.show-page::waiting", { "<Control>7", "<Alt>7" } },
};

static const Shortcut today[] = {
  { NC_ ("shortcut", "Figures of another day"), NULL, { "<Control>d" } },
  { NC_ ("shortcut", "Back to today"), NULL, { "<Alt>Home" } },
};

static const Shortcut reminders[] = {
  { NC_ ("shortcut", "Send"), NULL, { "<Control>Return" } },
  { NC_ ("shortcut", "Later"), NULL, { "<Control>l" } },
  { NC_ ("shortcut", "Pause the client"), NULL, { "<Control><Shift>l" } },
  { NC_ ("shortcut", "Preview"), NULL, { "<Control><Shift>p" } },
  { NC_ ("shortcut", "My changes"), NULL, { "<Control><Shift>d" } },
  { NC_ ("shortcut", "Next client"), NULL, { "<Alt>Down" } },
  { NC_ ("shortcut", "Previous client"), NULL, { "<Alt>Up" } },
  { NC_ ("shortcut", "Formal tone"), NULL, { "1" } },
  { NC_ ("shortcut", "Friendly tone"), NULL, { "2" } },
  { NC_ ("shortcut", "Tone with emoji"), NULL, { "3" } },
};

static const Shortcut book[] = {
  { NC_ ("shortcut", "Import invoices"), "win.import", { "<Control>i" } },
  { NC_ ("shortcut", "New invoice"), "win.new-invoice", { "<Control>n" } },
  { NC_ ("shortcut", "New client"), "win.new-client", { "<Control><Shift>n" } },
  { NC_ ("shortcut", "Search"), "win.search", { "<Control>f" } },
  { NC_ ("shortcut", "Print Today"), "win.print", { "<Control>p" } },
  { NC_ ("shortcut", "Undo the last change"), "win.undo", { "<Control>z" } },
};

static const Shortcut general[] = {
  { NC_ ("shortcut", "Main menu"), NULL, { "F10" } },
  { NC_ ("shortcut", "Preferences"), "app.preferences", { "<Control>comma" } },
  { NC_ ("shortcut", "Keyboard shortcuts"), "app.shortcuts", { "<Control>question" } },
  { NC_ ("shortcut", "Close the window"), "window.close", { "<Control>w" } },
  { NC_ ("shortcut", "Quit"), "app.quit", { "<Control>q" } },
};

static const struct
{
  const char *title;
  const char *context;
  const Shortcut *shortcuts;
  guint n_shortcuts;
} groups[] = {
  { N_ ("Pages"), "page", pages, G_N_ELEMENTS (pages) },
  { N_ ("Today"), "shortcut", today, G_N_ELEMENTS (today) },
  { N_ ("Reminders"), "shortcut", reminders, G_N_ELEMENTS (reminders) },
  { N_ ("Book"), "shortcut", book, G_N_ELEMENTS (book) },
  { N_ ("General"), "shortcut", general, G_N_ELEMENTS (general) },
};

static GtkWidget *
make_key_label (const char *accelerator)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;
  GtkWidget *label;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_row (const char *context, const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 g_dpgettext2 (NULL, context, shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_key_label (shortcut->keys[0]));
  return row;
}

static AdwPreferencesGroup *
make_group (guint index)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ (groups[index].title));
  for (guint i = 0; i < groups[index].n_shortcuts; i++)
    adw_preferences_group_add (group,
                               make_row (groups[index].context, &groups[index].shortcuts[i]));
  return group;
}

/* Gives every action its keys. */
void
relance_shortcuts_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < groups[i].n_shortcuts; j++)
      {
        const Shortcut *shortcut = &groups[i].shortcuts[j];

        if (shortcut->action)
          gtk_application_set_accels_for_action (application, shortcut->action, shortcut->keys);
      }
}

/* A list of all keys; libadwaita has such a dialog from 1.8 on. */
AdwDialog *
relance_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), make_group (i));

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
