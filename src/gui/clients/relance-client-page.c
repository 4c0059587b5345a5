/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-page.h"

#include "relance-client-file.h"
#include "relance-client-view.h"
#include "relance-window.h"

#include <glib/gi18n.h>

struct _RelanceClientPage
{
  AdwNavigationPage parent_instance;

  GtkMenuButton *menu_button;
  GtkStack *stack;
  RelanceClientView *view;

  RelanceDesk *desk;
  GCancellable *loading;
  gint64 client_id;

  gboolean stale;
};

G_DEFINE_FINAL_TYPE (RelanceClientPage, relance_client_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_file (RelanceClientPage *self, const RelanceClientFile *file)
{
  RelanceDate today = relance_clock_get_today (relance_desk_get_clock (self->desk));

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), file->client->name);
  relance_client_view_show (self->view, file, today);
  gtk_stack_set_visible_child_name (self->stack, "client");
}

static void
leave (RelanceClientPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  relance_client_view_clear (self->view);
  if (view != NULL &&
      adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == (gpointer) self)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceClientPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClientFile)
    file = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  RelanceWindow *window = relance_window_of (GTK_WIDGET (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file != NULL)
    {
      show_file (self, file);
      return;
    }

  /* Whoever removed it while it was on screen has said so. */
  if (window != NULL &&
      !g_error_matches (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND))
    relance_window_tell_error (window, error);
  leave (self);
}

static void
load (RelanceClientPage *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->stale = FALSE;
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, relance_client_file_load,
                          g_memdup2 (&self->client_id, sizeof self->client_id), g_free,
                          (GDestroyNotify) relance_client_file_free, self->loading, loaded_cb,
                          g_object_ref (self));
}

static void
book_changed_cb (RelanceClientPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
relance_client_page_map (GtkWidget *widget)
{
  RelanceClientPage *self = RELANCE_CLIENT_PAGE (widget);

  GTK_WIDGET_CLASS (relance_client_page_parent_class)->map (widget);
  if (self->stale)
    load (self);
}

static void
relance_client_page_dispose (GObject *object)
{
  RelanceClientPage *self = RELANCE_CLIENT_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (relance_client_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CLIENT_PAGE);
}

static void
relance_client_page_class_init (RelanceClientPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_client_page_dispose;
  widget_class->map = relance_client_page_map;

  g_type_ensure (RELANCE_TYPE_CLIENT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-client-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceClientPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceClientPage, view);
}

static void
relance_client_page_init (RelanceClientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "client",
                                  relance_client_view_get_actions (self->view));
  gtk_menu_button_set_menu_model (self->menu_button, relance_client_view_get_menu (self->view));
}

AdwNavigationPage *
relance_client_page_new (RelanceDesk *desk, gint64 client_id)
{
  RelanceClientPage *self = g_object_new (RELANCE_TYPE_CLIENT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->client_id = client_id;
  relance_client_view_set_desk (self->view, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}
