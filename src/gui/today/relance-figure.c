/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-figure.h"

#include <glib/gi18n.h>

struct _RelanceFigure
{
  GtkButton parent_instance;

  GtkLabel *value;
  GtkLabel *name;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (RelanceFigure, relance_figure, GTK_TYPE_BUTTON)

static void
relance_figure_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_FIGURE);
  G_OBJECT_CLASS (relance_figure_parent_class)->dispose (object);
}

static void
relance_figure_class_init (RelanceFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_figure_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, value);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, caption);
}

static void
relance_figure_init (RelanceFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_figure_set (RelanceFigure *self, const char *value, const char *name, const char *caption)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (RELANCE_IS_FIGURE (self));

  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, caption);
  /* Translators: a figure as a screen reader says it: the figure, its name, what it is made of. */
  spoken = g_strdup_printf (_ ("%1$s %2$s, %3$s"), value, name, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
