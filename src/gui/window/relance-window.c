/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-window.h"

#include "clients/relance-clients-page.h"
#include "first-run/relance-first-run.h"
#include "import/relance-import-dialog.h"
#include "invoices/relance-invoices-page.h"
#include "messages/relance-outbox-page.h"
#include "messages/relance-sent-page.h"
#include "messages/relance-withdrawals.h"
#include "relance-drop-area.h"
#include "relance-overview.h"
#include "relance-sidebar.h"
#include "relance-wording.h"
#include "reminders/relance-reminders-page.h"
#include "today/relance-today-page.h"

#include <glib/gi18n.h>

#define FIRST_PAGE "today"

struct _RelanceWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  GtkWidget *whole;
  RelanceDropArea *drop_area;
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwStatusPage *trouble;
  AdwNavigationSplitView *split_view;
  RelanceSidebar *sidebar;
  AdwBanner *sample_banner;
  AdwBanner *account_banner;

  /* Owned */
  RelanceDesk *desk;
  RelanceWithdrawals *withdrawals;
  GHashTable *pages; /* name -> AdwNavigationPage, made when first shown */
  GCancellable *looking;
  GListModel *waiting_files; /* to import as soon as the book is open */

  /* State */
  char *page;         /* name of the one that is shown, or NULL */
  gint64 last_change; /* what Undo takes back, or 0 */
  gboolean opened;
  gboolean was_empty;
};

G_DEFINE_FINAL_TYPE (RelanceWindow, relance_window, ADW_TYPE_APPLICATION_WINDOW)

static GSettings *
get_settings (RelanceWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application ? relance_application_get_settings (RELANCE_APPLICATION (application)) : NULL;
}

static AdwNavigationPage *
make_page (RelanceWindow *self, const char *name)
{
  if (g_str_equal (name, "today"))
    return ADW_NAVIGATION_PAGE (relance_today_page_new (self->desk));
  if (g_str_equal (name, "reminders"))
    return ADW_NAVIGATION_PAGE (relance_reminders_page_new (self->desk));
  if (g_str_equal (name, "invoices"))
    return ADW_NAVIGATION_PAGE (relance_invoices_page_new (self->desk));
  if (g_str_equal (name, "clients"))
    return ADW_NAVIGATION_PAGE (relance_clients_page_new (self->desk));
  if (g_str_equal (name, "sent"))
    return ADW_NAVIGATION_PAGE (relance_sent_page_new (self->desk));
  if (g_str_equal (name, "outbox"))
    return ADW_NAVIGATION_PAGE (relance_outbox_page_new (self->desk));
  return NULL;
}

static AdwNavigationPage *
get_page (RelanceWindow *self, const char *name)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->pages, name);

  if (page)
    return page;

  page = make_page (self, name);
  if (page)
    g_hash_table_insert (self->pages, g_strdup (name), g_object_ref_sink (page));
  return page;
}

static AdwNavigationPage *
set_page (RelanceWindow *self, const char *name)
{
  AdwNavigationPage *page = self->opened ? get_page (self, name) : NULL;
  GSettings *settings = get_settings (self);

  if (!page)
    return NULL;

  g_set_str (&self->page, name);
  adw_navigation_split_view_set_content (self->split_view, page);
  relance_sidebar_select (self->sidebar, name);
  if (settings)
    g_settings_set_string (settings, "last-page", name);
  return page;
}

static AdwNavigationPage *
show_page (RelanceWindow *self, const char *name)
{
  AdwNavigationPage *page = set_page (self, name);

  if (page)
    adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  return page;
}

static void
restore_page (RelanceWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *name = settings ? g_settings_get_string (settings, "last-page") : NULL;

  /* What waits in the outbox may be gone since. */
  if (!name || g_str_equal (name, "outbox") || !show_page (self, name))
    show_page (self, FIRST_PAGE);
}

/* Pages keep what was typed when they go; the desk must still be there. */
static void
drop_pages (RelanceWindow *self)
{
  g_clear_pointer (&self->page, g_free);
  if (self->split_view)
    adw_navigation_split_view_set_content (self->split_view, NULL);
  g_hash_table_remove_all (self->pages);
}

static void
show_banners (RelanceWindow *self, const char *attention)
{
  adw_banner_set_revealed (self->sample_banner, relance_desk_is_sample (self->desk));
  adw_banner_set_title (self->account_banner, attention ? attention : "");
  adw_banner_set_revealed (self->account_banner, attention != NULL);
}

static void
show_contents (RelanceWindow *self, gboolean empty)
{
  gtk_stack_set_visible_child_name (self->stack, empty ? "first-run" : "book");
  if (!empty && !self->page)
    restore_page (self);
  self->was_empty = empty;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelanceWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceOverview)
    overview = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!overview)
    {
      relance_window_show_trouble (self, error);
      return;
    }

  show_contents (self, overview->empty);
  show_banners (self, overview->attention);
  relance_sidebar_refresh (self->sidebar);
  if (self->waiting_files)
    {
      g_autoptr (GListModel) files = g_steal_pointer (&self->waiting_files);

      relance_window_import (self, files);
    }
}

static void
look (RelanceWindow *self)
{
  if (!self->opened)
    return;

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_overview_load, NULL, NULL,
                          (GDestroyNotify) relance_overview_free, self->looking, looked_cb, self);
}

static AdwToast *
make_toast (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  return toast;
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RelanceWindow) self = data;
  g_autoptr (GError) error = NULL;

  relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  if (error)
    relance_window_tell_error (self, error);
  else
    relance_window_tell (self, _ ("Taken back"));
}

static gpointer
undo (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  const gint64 *change = request;

  relance_changes_undo (book, *change, error);
  return NULL;
}

static void
undo_toast_cb (RelanceWindow *self, AdwToast *toast)
{
  const gint64 *change = g_object_get_data (G_OBJECT (toast), "change");

  relance_window_undo (self, *change);
}

/* Whatever page is shown, and until it has been read. */
static void
withdrawn_cb (RelanceWindow *self, const char *text)
{
  AdwToast *toast = make_toast (text);

  adw_toast_set_timeout (toast, 0);
  relance_window_add_toast (self, toast);
}

static void
page_chosen_cb (RelanceWindow *self, const char *name, gboolean enter)
{
  if (enter)
    show_page (self, name);
  else if (g_strcmp0 (self->page, name) != 0)
    set_page (self, name);
}

static void
files_dropped_cb (RelanceWindow *self, GListModel *files)
{
  relance_window_import (self, files);
}

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
new_client_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationPage *page = show_page (RELANCE_WINDOW (widget), "clients");

  if (page)
    relance_clients_page_add (RELANCE_CLIENTS_PAGE (page));
}

static void
new_invoice_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwNavigationPage *page = show_page (RELANCE_WINDOW (widget), "invoices");

  if (page)
    relance_invoices_page_add (RELANCE_INVOICES_PAGE (page));
}

/* Pages that can be searched answer; on the others, invoices are what one looks for. */
static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceWindow *self = RELANCE_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  if (page && gtk_widget_activate_action (GTK_WIDGET (page), "page.search", NULL))
    return;

  page = show_page (self, "invoices");
  if (page)
    gtk_widget_activate_action (GTK_WIDGET (page), "page.search", NULL);
}

/* In a text field, what was typed last comes first. */
static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    relance_window_undo (RELANCE_WINDOW (widget), RELANCE_WINDOW (widget)->last_change);
}

static void
open_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceWindow *self = RELANCE_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *path = g_strdup (relance_desk_get_path (self->desk));

  relance_application_open_book (RELANCE_APPLICATION (application), path);
}

static gboolean
relance_window_close_request (GtkWindow *window)
{
  drop_pages (RELANCE_WINDOW (window));

  return GTK_WINDOW_CLASS (relance_window_parent_class)->close_request (window);
}

static void
relance_window_dispose (GObject *object)
{
  RelanceWindow *self = RELANCE_WINDOW (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->withdrawals);
  drop_pages (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_WINDOW);
  g_clear_object (&self->waiting_files);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_window_parent_class)->dispose (object);
}

static void
relance_window_finalize (GObject *object)
{
  RelanceWindow *self = RELANCE_WINDOW (object);

  g_hash_table_unref (self->pages);

  G_OBJECT_CLASS (relance_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.new-client", NULL, new_client_action);
  gtk_widget_class_install_action (widget_class, "win.new-invoice", NULL, new_invoice_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.open-again", NULL, open_again_action);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, whole);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, drop_area);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, account_banner);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_dropped_cb);
}

static void
relance_window_class_init (RelanceWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = relance_window_dispose;
  object_class->finalize = relance_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = relance_window_close_request;

  g_type_ensure (RELANCE_TYPE_DROP_AREA);
  g_type_ensure (RELANCE_TYPE_FIRST_RUN);
  g_type_ensure (RELANCE_TYPE_SIDEBAR);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
relance_window_init (RelanceWindow *self)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_drop_area_watch (self->drop_area, self->whole);
}

static void
remember_size (RelanceWindow *self)
{
  GSettings *settings = get_settings (self);

  if (!settings)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1000, 720);
      return;
    }

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

RelanceWindow *
relance_window_new (RelanceApplication *application, RelanceDesk *desk)
{
  RelanceWindow *self = g_object_new (RELANCE_TYPE_WINDOW, "application", application, NULL);

  remember_size (self);
  relance_window_set_desk (self, desk);
  return self;
}

RelanceDesk *
relance_window_get_desk (RelanceWindow *self)
{
  g_return_val_if_fail (RELANCE_IS_WINDOW (self), NULL);

  return self->desk;
}

static void
enable_book_actions (RelanceWindow *self, gboolean enabled)
{
  static const char *names[] = { "win.show-page", "win.import", "win.new-client", "win.new-invoice",
                                 "win.search" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_area), enabled);
  self->opened = enabled;
}

/**
 * relance_window_set_desk:
 * @desk: of a book that is about to be opened
 *
 * Lets go of the book that was shown. relance_window_show_book() or
 * relance_window_show_trouble() comes next.
 */
void
relance_window_set_desk (RelanceWindow *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->withdrawals);
  drop_pages (self);
  if (self->desk)
    g_signal_handlers_disconnect_by_data (self->desk, self);

  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  relance_sidebar_set_desk (self->sidebar, desk);

  self->last_change = 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
  enable_book_actions (self, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

void
relance_window_show_book (RelanceWindow *self)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  enable_book_actions (self, TRUE);
  g_clear_object (&self->withdrawals);
  self->withdrawals = relance_withdrawals_new (self->desk);
  g_signal_connect_object (self->withdrawals, "withdrawn", G_CALLBACK (withdrawn_cb), self,
                           G_CONNECT_SWAPPED);
  look (self);
}

void
relance_window_show_trouble (RelanceWindow *self, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  sentence = relance_wording_error (error);
  text = g_markup_escape_text (sentence, -1);
  drop_pages (self);
  enable_book_actions (self, FALSE);
  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/**
 * relance_window_show_page:
 * @name: as the sidebar and the last-page setting call it
 */
void
relance_window_show_page (RelanceWindow *self, const char *name)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  if (self->page)
    show_page (self, name);
}

void
relance_window_show_invoices (RelanceWindow *self,
                              const RelanceInvoiceQuery *query,
                              const char *title)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = show_page (self, "invoices");
  if (page)
    relance_invoices_page_show (RELANCE_INVOICES_PAGE (page), query, title);
}

void
relance_window_show_invoice (RelanceWindow *self, gint64 invoice_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = show_page (self, "invoices");
  if (page)
    relance_invoices_page_open (RELANCE_INVOICES_PAGE (page), invoice_id);
}

void
relance_window_show_client (RelanceWindow *self, gint64 client_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = show_page (self, "clients");
  if (page)
    relance_clients_page_open (RELANCE_CLIENTS_PAGE (page), client_id);
}

/**
 * relance_window_show_reminders:
 * @client_id: whose reminder to show, or 0 for the first in the queue
 */
void
relance_window_show_reminders (RelanceWindow *self, gint64 client_id)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  page = show_page (self, "reminders");
  if (page && client_id != 0)
    relance_reminders_page_select (RELANCE_REMINDERS_PAGE (page), client_id);
}

void
relance_window_show_outbox (RelanceWindow *self)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  show_page (self, "outbox");
}

/**
 * relance_window_import:
 * @files: (element-type GFile): what to show a preview of
 */
void
relance_window_import (RelanceWindow *self, GListModel *files)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  if (!self->opened)
    {
      g_set_object (&self->waiting_files, files);
      return;
    }

  adw_dialog_present (relance_import_dialog_new (self->desk, files, self->was_empty),
                      GTK_WIDGET (self));
}

void
relance_window_add_toast (RelanceWindow *self, AdwToast *toast)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
relance_window_tell (RelanceWindow *self, const char *text)
{
  relance_window_add_toast (self, make_toast (text));
}

/**
 * relance_window_tell_undo:
 * @change: what Undo takes back, or 0 for none
 */
void
relance_window_tell_undo (RelanceWindow *self, const char *text, gint64 change)
{
  AdwToast *toast = make_toast (text);

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  if (change != 0)
    {
      self->last_change = change;
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", TRUE);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_timeout (toast, 10);
      g_object_set_data_full (G_OBJECT (toast), "change", g_memdup2 (&change, sizeof change),
                              g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_toast_cb), self,
                               G_CONNECT_SWAPPED);
    }
  relance_window_add_toast (self, toast);
}

/**
 * relance_window_undo:
 * @change: what to take back
 */
void
relance_window_undo (RelanceWindow *self, gint64 change)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));
  g_return_if_fail (change != 0);

  if (change == self->last_change)
    self->last_change = 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", self->last_change != 0);
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, undo, g_memdup2 (&change, sizeof change),
                          g_free, NULL, NULL, undone_cb, g_object_ref (self));
}

/**
 * relance_window_tell_error:
 *
 * Says what went wrong. What the user cancelled went as wished and is not said.
 */
void
relance_window_tell_error (RelanceWindow *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = relance_wording_error (error);
  relance_window_tell (self, sentence);
}

/**
 * relance_window_of:
 *
 * Returns: (transfer none) (nullable): %NULL while @widget is in no window
 */
RelanceWindow *
relance_window_of (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_ancestor (widget, RELANCE_TYPE_WINDOW);

  return window ? RELANCE_WINDOW (window) : NULL;
}
