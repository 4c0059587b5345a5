/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-figure.h"

#include "today/relance-explain-button.h"

#include <glib/gi18n.h>

struct _RelanceFigure
{
  AdwBin parent_instance;

  GtkButton *button;
  AdwBin *plain;
  GtkWidget *content; /* in one of them */
  GtkLabel *value;
  GtkLabel *name;
  GtkLabel *caption;
  GtkWidget *change;
  GtkLabel *arrow;
  GtkLabel *change_text;
  RelanceExplainButton *explain;
};

G_DEFINE_FINAL_TYPE (RelanceFigure, relance_figure, ADW_TYPE_BIN)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_arrow (const RelanceFigureText *text)
{
  if (text->change == NULL || *text->change == '\0')
    return "";
  if (text->direction == 0)
    return "=";
  return text->direction > 0 ? "▲" : "▼";
}

static void
show_change (RelanceFigure *self, const RelanceFigureText *text)
{

  gtk_widget_set_visible (self->change, text->change != NULL);
  gtk_label_set_label (self->arrow, get_arrow (text));
  gtk_label_set_label (self->change_text, text->change != NULL ? text->change : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->arrow), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->arrow), "warning");
  if (text->mood != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->arrow), text->mood > 0 ? "success" : "warning");
}

static char *
describe (const RelanceFigureText *text)
{
  if (text->change == NULL || *text->change == '\0')
    /* Translators: a figure as a screen reader says it: the figure, its name, what it is made of. */
    return g_strdup_printf (_ ("%1$s %2$s, %3$s"), text->value, text->name, text->caption);
  /* Translators: as before, then how it moved, such as “4 points more than a month ago”. */
  return g_strdup_printf (_ ("%1$s %2$s, %3$s; %4$s"), text->value, text->name, text->caption,
                          text->change);
}

static void
clicked_cb (RelanceFigure *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
relance_figure_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RELANCE_FIGURE (widget)->button));
}

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
  widget_class->grab_focus = relance_figure_grab_focus;
  signals[ACTIVATED] = g_signal_new ("activated", RELANCE_TYPE_FIGURE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_EXPLAIN_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, button);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, plain);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, content);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, value);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, name);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, caption);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, change);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, arrow);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, change_text);
  gtk_widget_class_bind_template_child (widget_class, RelanceFigure, explain);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
relance_figure_init (RelanceFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
relance_figure_set (RelanceFigure *self, const RelanceFigureText *text)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (RELANCE_IS_FIGURE (self));

  gtk_label_set_label (self->value, text->value);
  gtk_label_set_label (self->name, text->name);
  gtk_label_set_label (self->caption, text->caption);
  show_change (self, text);
  spoken = describe (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plain), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
relance_figure_set_explanation (RelanceFigure *self, const RelanceExplanation *explanation)
{
  g_return_if_fail (RELANCE_IS_FIGURE (self));

  relance_explain_button_set (self->explain, explanation);
}

/* Whether there is a list behind it; if not, it is no button. */
void
relance_figure_set_opens (RelanceFigure *self, gboolean opens)
{
  g_autoptr (GtkWidget) content = NULL;

  g_return_if_fail (RELANCE_IS_FIGURE (self));

  if (opens == gtk_widget_get_visible (GTK_WIDGET (self->button)))
    return;
  content = g_object_ref (self->content);
  if (opens)
    {
      adw_bin_set_child (self->plain, NULL);
      gtk_button_set_child (self->button, content);
    }
  else
    {
      gtk_button_set_child (self->button, NULL);
      adw_bin_set_child (self->plain, content);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->button), opens);
  gtk_widget_set_visible (GTK_WIDGET (self->plain), !opens);
}

/**
 * relance_figure_get:
 * @text: (out): what it shows, for as long as it does, but for how it moved
 */
void
relance_figure_get (RelanceFigure *self, RelanceFigureText *text)
{
  g_return_if_fail (RELANCE_IS_FIGURE (self));

  *text = (RelanceFigureText) {
    .value = gtk_label_get_label (self->value),
    .name = gtk_label_get_label (self->name),
    .caption = gtk_label_get_label (self->caption),
  };
}
