/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-drop-area.h"

#include <glib/gi18n.h>

struct _RelanceDropArea
{
  AdwBin parent_instance;

  /* Template */
  GtkRevealer *revealer;
  AdwStatusPage *message;
};

G_DEFINE_FINAL_TYPE (RelanceDropArea, relance_drop_area, ADW_TYPE_BIN)

enum
{
  FILES_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_count (RelanceDropArea *self, GSList *files)
{
  guint count = g_slist_length (files);
  g_autofree char *title = NULL;

  if (count == 0)
    {
      adw_status_page_set_title (self->message, _ ("Drop to Import"));
      return;
    }

  title = g_strdup_printf (
    /* Translators: %u is a number of files */
    ngettext ("Drop to Import %u File", "Drop to Import %u Files", count), count);
  adw_status_page_set_title (self->message, title);
}

static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, RelanceDropArea *self)
{
  return gtk_widget_is_sensitive (GTK_WIDGET (self)) &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, RelanceDropArea *self)
{
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, RelanceDropArea *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* The files are known some time after they come over the window. */
static void
value_changed_cb (GtkDropTarget *target, GParamSpec *pspec, RelanceDropArea *self)
{
  const GValue *value = gtk_drop_target_get_value (target);

  show_count (self, value ? g_value_get_boxed (value) : NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RelanceDropArea *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  for (GSList *file = g_value_get_boxed (value); file; file = file->next)
    g_list_store_append (files, file->data);

  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;

  g_signal_emit (self, signals[FILES_DROPPED], 0, files);
  return TRUE;
}

static void
relance_drop_area_dispose (GObject *object)
{
  G_OBJECT_CLASS (relance_drop_area_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_DROP_AREA);
}

static void
relance_drop_area_class_init (RelanceDropAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_drop_area_dispose;

  signals[FILES_DROPPED] = g_signal_new ("files-dropped", RELANCE_TYPE_DROP_AREA, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-drop-area.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceDropArea, revealer);
  gtk_widget_class_bind_template_child (widget_class, RelanceDropArea, message);
}

static void
relance_drop_area_init (RelanceDropArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_count (self, NULL);
}

/**
 * relance_drop_area_watch:
 * @target: what files may be dropped on; it lies under @self
 */
void
relance_drop_area_watch (RelanceDropArea *self, GtkWidget *target)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (drop, TRUE);
  g_signal_connect_object (drop, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (drop, "enter", G_CALLBACK (enter_cb), self, 0);
  g_signal_connect_object (drop, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (drop, "notify::value", G_CALLBACK (value_changed_cb), self, 0);
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
}
