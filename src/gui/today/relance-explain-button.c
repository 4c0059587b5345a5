/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-explain-button.h"

#include "today/relance-explain-popover.h"

#include <glib/gi18n.h>

struct _RelanceExplainButton
{
  AdwBin parent_instance;

  /* Template */
  GtkMenuButton *button;

  /* Owned */
  RelanceExplanation *explanation; /* NULL until it is set */
};

G_DEFINE_FINAL_TYPE (RelanceExplainButton, relance_explain_button, ADW_TYPE_BIN)

/* Few are ever opened: what one shows is made when it first is. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  RelanceExplainButton *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = relance_explain_popover_new ();
  relance_explain_popover_set (RELANCE_EXPLAIN_POPOVER (popover), self->explanation);
  gtk_menu_button_set_popover (button, popover);
}

static void
relance_explain_button_dispose (GObject *object)
{
  /* A bin lets go of its child itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_EXPLAIN_BUTTON);
  g_clear_pointer (&RELANCE_EXPLAIN_BUTTON (object)->explanation, relance_explanation_free);
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
}

static void
relance_explain_button_init (RelanceExplainButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
}

/* @explanation: (nullable): %NULL hides the button. It is copied. */
void
relance_explain_button_set (RelanceExplainButton *self, const RelanceExplanation *explanation)
{
  g_autofree char *name = NULL;
  GtkPopover *popover;

  g_return_if_fail (RELANCE_IS_EXPLAIN_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self), explanation != NULL);
  if (explanation == NULL)
    return;
  g_clear_pointer (&self->explanation, relance_explanation_free);
  self->explanation = relance_explanation_copy (explanation);

  /* Translators: %s names a figure, such as “Paid on time”. */
  name = g_strdup_printf (_ ("How is this computed? %s"), explanation->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  popover = gtk_menu_button_get_popover (self->button);
  if (popover != NULL)
    relance_explain_popover_set (RELANCE_EXPLAIN_POPOVER (popover), explanation);
}
