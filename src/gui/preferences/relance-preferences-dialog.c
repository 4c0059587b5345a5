/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-preferences-dialog.h"

#include "relance-account-page.h"
#include "relance-backups-page.h"
#include "relance-business-page.h"
#include "letters/relance-letters-page.h"
#include "plans/relance-plans-page.h"
#include "relance-limits-group.h"
#include "relance-preferences-work.h"
#include "relance-senders-page.h"
#include "relance-wording.h"
#include "widgets/relance-sidebar-row.h"

struct _RelancePreferencesDialog
{
  AdwDialog parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split_view;
  GtkListBox *list;
  AdwNavigationPage *page;
  AdwViewStack *pages;
  RelanceBusinessPage *business;
  RelanceSendersPage *senders;
  RelanceAccountPage *account;
  RelancePlansPage *plans;
  RelanceLimitsGroup *limits;
  RelanceLettersPage *letters;
  RelanceBackupsPage *backups;

  /* Owned */
  RelanceDesk *desk;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (RelancePreferencesDialog, relance_preferences_dialog, ADW_TYPE_DIALOG)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RelancePreferencesDialog *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelancePreferences)
    preferences = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    {
      relance_preferences_dialog_tell_error (GTK_WIDGET (self->business), error);
      return;
    }

  relance_business_page_fill (self->business, preferences->business);
  relance_senders_page_fill (self->senders, preferences->senders, preferences->accounts);
  relance_account_page_fill (self->account, preferences);
  relance_letters_page_set_language (
    self->letters, (RelanceLanguage) relance_enum_from_nick (
                     RELANCE_TYPE_LANGUAGE,
                     relance_business_get (preferences->business, RELANCE_BUSINESS_LANGUAGE)));
}

static void
load (RelancePreferencesDialog *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_preferences_load, NULL, NULL,
                          (GDestroyNotify) relance_preferences_free, self->loading, loaded_cb,
                          self);
  relance_plans_page_load (self->plans);
  relance_limits_group_load (self->limits);
  relance_letters_page_load (self->letters);
  relance_backups_page_load (self->backups);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  AdwViewStackPage *page = item;

  return relance_sidebar_row_new (adw_view_stack_page_get_name (page),
                                  adw_view_stack_page_get_title (page),
                                  adw_view_stack_page_get_icon_name (page));
}

/* Arrow keys and screen readers select, and see the page beside the list at once. */
static void
row_selected_cb (RelancePreferencesDialog *self, RelanceSidebarRow *row)
{
  GtkWidget *child;

  if (!row)
    return;

  child = adw_view_stack_get_child_by_name (self->pages, relance_sidebar_row_get_name (row));
  adw_view_stack_set_visible_child (self->pages, child);
  adw_navigation_page_set_title (
    self->page, adw_view_stack_page_get_title (adw_view_stack_get_page (self->pages, child)));
}

static void
row_activated_cb (RelancePreferencesDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
list_pages (RelancePreferencesDialog *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);

  gtk_list_box_bind_model (self->list, G_LIST_MODEL (pages), make_row, NULL, NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
relance_preferences_dialog_dispose (GObject *object)
{
  RelancePreferencesDialog *self = RELANCE_PREFERENCES_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (relance_preferences_dialog_parent_class)->dispose (object);
}

static void
relance_preferences_dialog_class_init (RelancePreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_preferences_dialog_dispose;

  g_type_ensure (RELANCE_TYPE_ACCOUNT_PAGE);
  g_type_ensure (RELANCE_TYPE_BACKUPS_PAGE);
  g_type_ensure (RELANCE_TYPE_BUSINESS_PAGE);
  g_type_ensure (RELANCE_TYPE_LETTERS_PAGE);
  g_type_ensure (RELANCE_TYPE_PLANS_PAGE);
  g_type_ensure (RELANCE_TYPE_LIMITS_GROUP);
  g_type_ensure (RELANCE_TYPE_SENDERS_PAGE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/example/Relance/relance-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, page);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, business);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, senders);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, account);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, plans);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, limits);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, letters);
  gtk_widget_class_bind_template_child (widget_class, RelancePreferencesDialog, backups);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
relance_preferences_dialog_init (RelancePreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_pages (self);
}

AdwDialog *
relance_preferences_dialog_new (RelanceDesk *desk)
{
  RelancePreferencesDialog *self = g_object_new (RELANCE_TYPE_PREFERENCES_DIALOG, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  relance_business_page_set_desk (self->business, desk);
  relance_senders_page_set_desk (self->senders, desk);
  relance_account_page_set_desk (self->account, desk);
  relance_plans_page_set_desk (self->plans, desk);
  relance_limits_group_set_desk (self->limits, desk);
  relance_letters_page_set_desk (self->letters, desk);
  relance_backups_page_set_desk (self->backups, desk);
  load (self);
  return ADW_DIALOG (self);
}

/**
 * relance_preferences_dialog_add_toast:
 * @page: a page of the dialog
 * @toast: (transfer full): what to show above it
 */
void
relance_preferences_dialog_add_toast (GtkWidget *page, AdwToast *toast)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (page, RELANCE_TYPE_PREFERENCES_DIALOG);

  if (dialog)
    adw_toast_overlay_add_toast (RELANCE_PREFERENCES_DIALOG (dialog)->toasts, toast);
  else
    g_object_unref (toast);
}

void
relance_preferences_dialog_tell (GtkWidget *page, const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_title (toast, text);
  relance_preferences_dialog_add_toast (page, toast);
}

void
relance_preferences_dialog_tell_error (GtkWidget *page, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);

  relance_preferences_dialog_tell (page, sentence);
}
