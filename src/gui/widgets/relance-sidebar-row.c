/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-sidebar-row.h"

struct _RelanceSidebarRow
{
  GtkListBoxRow parent_instance;

  /* Template */
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;

  /* Owned */
  char *name;
};

G_DEFINE_FINAL_TYPE (RelanceSidebarRow, relance_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
relance_sidebar_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_SIDEBAR_ROW);

  G_OBJECT_CLASS (relance_sidebar_row_parent_class)->dispose (object);
}

static void
relance_sidebar_row_finalize (GObject *object)
{
  g_free (RELANCE_SIDEBAR_ROW (object)->name);

  G_OBJECT_CLASS (relance_sidebar_row_parent_class)->finalize (object);
}

static void
relance_sidebar_row_class_init (RelanceSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_sidebar_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = relance_sidebar_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RelanceSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, RelanceSidebarRow, count);
}

static void
relance_sidebar_row_init (RelanceSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * relance_sidebar_row_new:
 * @name: the page's, for the program
 * @title: the page's, for people
 */
GtkWidget *
relance_sidebar_row_new (const char *name, const char *title, const char *icon_name)
{
  RelanceSidebarRow *self = g_object_new (RELANCE_TYPE_SIDEBAR_ROW, NULL);

  self->name = g_strdup (name);
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

const char *
relance_sidebar_row_get_name (RelanceSidebarRow *self)
{
  g_return_val_if_fail (RELANCE_IS_SIDEBAR_ROW (self), NULL);

  return self->name;
}

/**
 * relance_sidebar_row_set_count:
 * @count: how many wait there; 0 shows nothing
 * @description: what the number means, for a tooltip and a screen reader
 */
void
relance_sidebar_row_set_count (RelanceSidebarRow *self, int count, const char *description)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  g_return_if_fail (RELANCE_IS_SIDEBAR_ROW (self));

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), count > 0 ? description : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  count > 0 ? description : "", -1);
}
