/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-window.h"

#include "first-run/relance-first-run.h"
#include "import/relance-import-dialog.h"
#include "invoices/relance-invoice-page.h"
#include "messages/relance-withdrawals.h"
#include "relance-banners.h"
#include "relance-drop-area.h"
#include "relance-overview.h"
#include "relance-paged-list.h"
#include "relance-pages.h"
#include "relance-restoring.h"
#include "relance-sidebar.h"
#include "relance-toaster.h"
#include "relance-upkeep.h"
#include "relance-window-actions.h"
#include "relance-window-search.h"
#include "relance-wording.h"
#include "search/relance-search-page.h"

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
  GtkButton *restore_button;
  AdwNavigationSplitView *split_view;
  RelanceSidebar *sidebar;
  RelanceBanners *banners;

  /* Owned */
  RelanceDesk *desk;
  RelancePages *pages;
  RelanceToaster *toaster;
  RelanceWithdrawals *withdrawals;
  RelanceUpkeep *upkeep;
  GCancellable *looking;
  GListModel *waiting_files; /* to import as soon as the book is open */

  /* State */
  char *page; /* name of the one that is shown, or NULL */
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
set_page (RelanceWindow *self, const char *name)
{
  AdwNavigationPage *page = self->opened ? relance_pages_get (self->pages, name) : NULL;
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

static char *
dup_last_page (RelanceWindow *self)
{
  GSettings *settings = get_settings (self);

  return settings ? g_settings_get_string (settings, "last-page") : g_strdup (FIRST_PAGE);
}

static void
restore_page (RelanceWindow *self)
{
  g_autofree char *name = dup_last_page (self);

  /* What waited there may be gone since. */
  if (g_str_equal (name, "outbox") || g_str_equal (name, "waiting") || !show_page (self, name))
    show_page (self, FIRST_PAGE);
}

/* Today reads the whole book: it does so while the window is made. */
static void
make_ahead (RelanceWindow *self)
{
  g_autofree char *name = dup_last_page (self);

  if (g_str_equal (name, FIRST_PAGE))
    relance_pages_get (self->pages, name);
}

static void
drop_pages (RelanceWindow *self)
{
  g_clear_pointer (&self->page, g_free);
  if (self->split_view)
    adw_navigation_split_view_set_content (self->split_view, NULL);
  if (self->pages)
    relance_pages_clear (self->pages);
}

static void
stop_upkeep (RelanceWindow *self)
{
  if (self->upkeep)
    relance_upkeep_stop (self->upkeep);
  g_clear_object (&self->upkeep);
}

static void
show_contents (RelanceWindow *self, gboolean empty)
{
  gtk_stack_set_visible_child_name (self->stack, empty ? "first-run" : "book");
  if (!empty && !self->page)
    {
      restore_page (self);
      /* After what the page asked for, so that nobody waits for it later. */
      relance_paged_list_prepare (self->desk);
    }
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
  relance_banners_show (self->banners, relance_desk_is_sample (self->desk), overview->damaged,
                        overview->attention);
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
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_overview_load, NULL, NULL,
                          (GDestroyNotify) relance_overview_free, self->looking, looked_cb, self);
}

static void
changed_cb (RelanceWindow *self)
{
  if (!self->opened)
    return;

  look (self);
  relance_upkeep_run (self->upkeep);
}

static void
undo_changed_cb (RelanceWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 relance_toaster_can_undo (self->toaster));
}

/* Whatever page is shown, and until it has been read. */
static void
withdrawn_cb (RelanceWindow *self, const char *text)
{
  relance_toaster_tell_until_read (self->toaster, text);
}

static void
page_chosen_cb (RelanceWindow *self, const char *name, gboolean enter)
{
  if (enter)
    show_page (self, name);
  else if (g_strcmp0 (self->page, name) != 0)
    set_page (self, name);
}

/* The page of an invoice, if one is seen below @widget. */
static RelanceInvoicePage *
find_invoice_page (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (RELANCE_IS_INVOICE_PAGE (widget))
    return RELANCE_INVOICE_PAGE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      RelanceInvoicePage *found = find_invoice_page (child);

      if (found)
        return found;
    }
  return NULL;
}

static void
files_dropped_cb (RelanceWindow *self, GListModel *files)
{
  RelanceInvoicePage *page = find_invoice_page (GTK_WIDGET (self->split_view));

  if (!page || !relance_invoice_page_take_files (page, files))
    relance_window_import (self, files);
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
  stop_upkeep (self);
  drop_pages (self);
  g_clear_pointer (&self->pages, relance_pages_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_WINDOW);
  g_clear_object (&self->toaster);
  g_clear_object (&self->waiting_files);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (relance_window_parent_class)->dispose (object);
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
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RelanceWindow, banners);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_dropped_cb);
}

static void
relance_window_class_init (RelanceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = relance_window_close_request;

  g_type_ensure (RELANCE_TYPE_BANNERS);
  g_type_ensure (RELANCE_TYPE_DROP_AREA);
  g_type_ensure (RELANCE_TYPE_FIRST_RUN);
  g_type_ensure (RELANCE_TYPE_SIDEBAR);
  bind_template (GTK_WIDGET_CLASS (klass));
  relance_window_actions_install (GTK_WIDGET_CLASS (klass));
}

static void
relance_window_init (RelanceWindow *self)
{
  /* What is in it is made once the book was asked: see relance_window_new(). */
}

static void
make_widgets (RelanceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_drop_area_watch (self->drop_area, self->whole);
  relance_window_search_watch (self);
  self->toaster = relance_toaster_new (self->toast_overlay);
  g_signal_connect_object (self->toaster, "undo-changed", G_CALLBACK (undo_changed_cb), self,
                           G_CONNECT_SWAPPED);
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

RelanceDesk *
relance_window_get_desk (RelanceWindow *self)
{
  g_return_val_if_fail (RELANCE_IS_WINDOW (self), NULL);

  return self->desk;
}

static void
set_opened (RelanceWindow *self, gboolean opened)
{
  relance_window_actions_enable (self, opened);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_area), opened);
  self->opened = opened;
}

/* Asks of the book what the window shows first. */
static void
take_desk (RelanceWindow *self, RelanceDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->pages, relance_pages_free);
  self->pages = relance_pages_new (desk);
  look (self);
  make_ahead (self);
}

static void
wait_for_book (RelanceWindow *self)
{
  relance_sidebar_set_desk (self->sidebar, self->desk);
  relance_toaster_set_desk (self->toaster, self->desk);
  set_opened (self, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
}

/**
 * relance_window_new:
 * @desk: of a book that is being opened; see relance_window_set_desk()
 *
 * Returns: (transfer none): a window that is waiting for it
 */
RelanceWindow *
relance_window_new (RelanceApplication *application, RelanceDesk *desk)
{
  RelanceWindow *self = g_object_new (RELANCE_TYPE_WINDOW, "application", application, NULL);

  /* The book is read while the widgets are made. */
  take_desk (self, desk);
  make_widgets (self);
  remember_size (self);
  wait_for_book (self);
  return self;
}

/**
 * relance_window_set_desk:
 * @desk: of a book that is being opened
 *
 * Lets go of the book that was shown, and asks for what the window shows of the next
 * one. relance_window_show_book() or relance_window_show_trouble() comes next, before
 * the answers.
 */
void
relance_window_set_desk (RelanceWindow *self, RelanceDesk *desk)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->withdrawals);
  stop_upkeep (self);
  drop_pages (self);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  take_desk (self, desk);
  wait_for_book (self);
}

/* After the answers that somebody waits for. */
static void
start_upkeep (RelanceWindow *self)
{
  stop_upkeep (self);
  self->upkeep = relance_upkeep_new (self->desk);
  g_signal_connect_object (self->upkeep, "failed", G_CALLBACK (relance_window_tell), self,
                           G_CONNECT_SWAPPED);
  relance_upkeep_run (self->upkeep);
}

void
relance_window_show_book (RelanceWindow *self)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  set_opened (self, TRUE);
  g_clear_object (&self->withdrawals);
  self->withdrawals = relance_withdrawals_new (self->desk);
  g_signal_connect_object (self->withdrawals, "withdrawn", G_CALLBACK (withdrawn_cb), self,
                           G_CONNECT_SWAPPED);
  start_upkeep (self);
}

/* A snapshot helps where the file is not what it was. */
static void
offer_snapshot (RelanceWindow *self, const GError *error)
{
  gboolean useful = g_error_matches (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_DAMAGED) ||
                    g_error_matches (error, RELANCE_STORE_ERROR, RELANCE_STORE_ERROR_FOREIGN);
  g_autofree char *offer = useful ? relance_restoring_dup_offer (self) : NULL;

  gtk_button_set_label (self->restore_button, offer ? offer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), offer != NULL);
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
  set_opened (self, FALSE);
  adw_status_page_set_description (self->trouble, text);
  offer_snapshot (self, error);
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

/**
 * relance_window_open_page:
 *
 * Goes to a page even while the first minute covers it.
 *
 * Returns: (transfer none) (nullable): the page, or %NULL when no book is open
 */
AdwNavigationPage *
relance_window_open_page (RelanceWindow *self, const char *name)
{
  g_return_val_if_fail (RELANCE_IS_WINDOW (self), NULL);

  return show_page (self, name);
}

/**
 * relance_window_get_page:
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
AdwNavigationPage *
relance_window_get_page (RelanceWindow *self)
{
  g_return_val_if_fail (RELANCE_IS_WINDOW (self), NULL);

  return adw_navigation_split_view_get_content (self->split_view);
}

static void
search_left_cb (RelanceWindow *self)
{
  if (self->page)
    adw_navigation_split_view_set_content (self->split_view,
                                           relance_pages_get (self->pages, self->page));
}

/* Over the page that is shown, which is there again when the search is left. */
void
relance_window_show_search (RelanceWindow *self)
{
  AdwNavigationPage *page;

  g_return_if_fail (RELANCE_IS_WINDOW (self));

  if (!self->page)
    return;
  page = relance_pages_get (self->pages, RELANCE_PAGES_SEARCH);
  g_signal_handlers_disconnect_by_func (page, search_left_cb, self);
  g_signal_connect_object (page, "left", G_CALLBACK (search_left_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_split_view_set_content (self->split_view, page);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  relance_search_page_start (RELANCE_SEARCH_PAGE (page));
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

  relance_toaster_add (self->toaster, toast);
}

void
relance_window_tell (RelanceWindow *self, const char *text)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  relance_toaster_tell (self->toaster, text);
}

/**
 * relance_window_tell_undo:
 * @change: what Undo takes back, or 0 for none
 */
void
relance_window_tell_undo (RelanceWindow *self, const char *text, gint64 change)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  if (change != 0)
    relance_toaster_tell_undo (self->toaster, text, change);
  else
    relance_toaster_tell (self->toaster, text);
}

/**
 * relance_window_undo:
 * @change: what to take back
 */
void
relance_window_undo (RelanceWindow *self, gint64 change)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  relance_toaster_undo (self->toaster, change);
}

void
relance_window_undo_last (RelanceWindow *self)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  relance_toaster_undo_last (self->toaster);
}

/**
 * relance_window_tell_error:
 *
 * Says what went wrong. What the user cancelled went as wished and is not said.
 */
void
relance_window_tell_error (RelanceWindow *self, const GError *error)
{
  g_return_if_fail (RELANCE_IS_WINDOW (self));

  relance_toaster_tell_error (self->toaster, error);
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
