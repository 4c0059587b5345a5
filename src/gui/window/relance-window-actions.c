/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-window-actions.h"

#include "clients/relance-clients-page.h"
#include "import/relance-import-dialog.h"
#include "invoices/relance-invoices-page.h"
#include "relance-exporting.h"
#include "relance-restoring.h"

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_window_show_page (RELANCE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_import_dialog_choose (RELANCE_WINDOW (widget));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_exporting_ask (RELANCE_WINDOW (widget));
}

/* From whatever page: Today is what is printed. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationPage *page = relance_window_open_page (RELANCE_WINDOW (widget), "today");

  if (page)
    gtk_widget_activate_action (GTK_WIDGET (page), "today.print", NULL);
}

static void
import_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_import_dialog_choose_folder (RELANCE_WINDOW (widget));
}

static void
new_client_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationPage *page = relance_window_open_page (RELANCE_WINDOW (widget), "clients");

  if (page)
    relance_clients_page_add (RELANCE_CLIENTS_PAGE (page));
}

static void
new_invoice_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationPage *page = relance_window_open_page (RELANCE_WINDOW (widget), "invoices");

  if (page)
    relance_invoices_page_add (RELANCE_INVOICES_PAGE (page));
}

/* Pages that can be searched answer; from the others one looks for anything. */
static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceWindow *self = RELANCE_WINDOW (widget);
  AdwNavigationPage *page = relance_window_get_page (self);

  if (page && gtk_widget_activate_action (GTK_WIDGET (page), "page.search", NULL))
    return;

  relance_window_show_search (self);
}

/* In a text field, what was typed last comes first. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    relance_window_undo_last (RELANCE_WINDOW (widget));
}

static void
open_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceWindow *self = RELANCE_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *path = g_strdup (relance_desk_get_path (relance_window_get_desk (self)));

  relance_application_open_book (RELANCE_APPLICATION (application), path);
}

static void
restore_newest_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_restoring_ask_newest (RELANCE_WINDOW (widget));
}

void
relance_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_folder_action);
  gtk_widget_class_install_action (widget_class, "win.new-client", NULL, new_client_action);
  gtk_widget_class_install_action (widget_class, "win.new-invoice", NULL, new_invoice_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.open-again", NULL, open_again_action);
  gtk_widget_class_install_action (widget_class, "win.restore-newest", NULL, restore_newest_action);
}

/* Those that need a book. */
void
relance_window_actions_enable (RelanceWindow *window, gboolean enabled)
{
  static const char *names[] = { "win.show-page", "win.import",     "win.import-folder",
                                 "win.export",    "win.new-client", "win.new-invoice",
                                 "win.search",    "win.print" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (window), names[i], enabled);
}
