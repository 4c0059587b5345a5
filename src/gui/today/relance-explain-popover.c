/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-explain-popover.h"

struct _RelanceExplainPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *words;
  GtkLabel *sum;
  GtkLabel *basis;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (RelanceExplainPopover, relance_explain_popover, GTK_TYPE_POPOVER)

static void
show (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  /* Whatever is selected stays so where nothing changed. */
  if (text != NULL && g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

/* A label selects all of itself with the focus, which is more than was asked for. */
static void
relance_explain_popover_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (relance_explain_popover_parent_class)->show (widget);
  gtk_label_select_region (RELANCE_EXPLAIN_POPOVER (widget)->sum, 0, 0);
}

static void
relance_explain_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_EXPLAIN_POPOVER);
  G_OBJECT_CLASS (relance_explain_popover_parent_class)->dispose (object);
}

static void
relance_explain_popover_class_init (RelanceExplainPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_explain_popover_dispose;
  widget_class->show = relance_explain_popover_show;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-explain-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainPopover, title);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainPopover, words);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainPopover, sum);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainPopover, basis);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainPopover, note);
}

static void
relance_explain_popover_init (RelanceExplainPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_explain_popover_new (void)
{
  return g_object_new (RELANCE_TYPE_EXPLAIN_POPOVER, NULL);
}

void
relance_explain_popover_set (RelanceExplainPopover *self, const RelanceExplanation *explanation)
{
  g_autofree char *text = NULL;

  g_return_if_fail (RELANCE_IS_EXPLAIN_POPOVER (self));

  text = relance_explanation_dup_text (explanation);
  show (self->title, explanation->title);
  show (self->words, explanation->words);
  show (self->sum, explanation->sum);
  show (self->basis, explanation->basis);
  show (self->note, explanation->note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  explanation->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}
