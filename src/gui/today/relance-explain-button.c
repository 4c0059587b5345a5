/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-explain-button.h"

#include <glib/gi18n.h>

struct _RelanceExplainButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *title;
  GtkLabel *words;
  GtkLabel *sum;
  GtkLabel *basis;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (RelanceExplainButton, relance_explain_button, ADW_TYPE_BIN)

static void
show (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  /* Whatever is selected stays so where nothing changed. */
  if (text != NULL && g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
speak (RelanceExplainButton *self, const RelanceExplanation *explanation)
{
  /* Translators: %s names a figure, such as “Paid on time”. */
  g_autofree char *name = g_strdup_printf (_ ("How is this computed? %s"), explanation->title);
  g_autofree char *text = relance_explanation_dup_text (explanation);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  explanation->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
relance_explain_button_dispose (GObject *object)
{
  /* A bin lets go of its child itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_EXPLAIN_BUTTON);
  G_OBJECT_CLASS (relance_explain_button_parent_class)->dispose (object);
}

static void
relance_explain_button_class_init (RelanceExplainButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_explain_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-explain-button.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, button);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, popover);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, title);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, words);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, sum);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, basis);
  gtk_widget_class_bind_template_child (widget_class, RelanceExplainButton, note);
}

static void
relance_explain_button_init (RelanceExplainButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @explanation: (nullable): %NULL hides the button. It is copied. */
void
relance_explain_button_set (RelanceExplainButton *self, const RelanceExplanation *explanation)
{
  g_return_if_fail (RELANCE_IS_EXPLAIN_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self), explanation != NULL);
  if (explanation == NULL)
    return;
  show (self->title, explanation->title);
  show (self->words, explanation->words);
  show (self->sum, explanation->sum);
  show (self->basis, explanation->basis);
  show (self->note, explanation->note);
  speak (self, explanation);
}
