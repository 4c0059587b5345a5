/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-chart-card.h"

#include "charts/relance-chart-saving.h"
#include "charts/relance-figure-grid.h"
#include "today/relance-explain-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _RelanceChartCard
{
  GtkBox parent_instance;

  /* Template */
  GtkWidget *heading;
  RelanceExplainButton *explain;
  GtkWidget *menu_button;
  GMenu *menu;
  AdwBin *controls_place;
  AdwBin *chart_place;
  GtkScrolledWindow *table_place;
  GtkStack *stack;

  /* Owned */
  char *title;
  RelanceFigureTable *table; /* NULL until there are figures */

  RelanceDraw draw;
  gpointer draw_data;
  double height;
  gboolean shows_table;
};

G_DEFINE_FINAL_TYPE (RelanceChartCard, relance_chart_card, GTK_TYPE_BOX)

enum
{
  PROP_TITLE = 1,
  PROP_CONTROLS,
  PROP_CHART,
  PROP_EXTRA_MENU,
  PROP_SHOWS_TABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The table is made when somebody looks at it. */
static void
show_chart_or_table (RelanceChartCard *self)
{
  gboolean shows_table = self->shows_table && self->table != NULL;

  if (shows_table)
    {
      GtkWidget *grid = relance_figure_grid_new (self->table);

      gtk_accessible_update_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      self->heading, NULL, -1);
      gtk_scrolled_window_set_child (self->table_place, grid);
    }
  gtk_stack_set_visible_child_name (self->stack, shows_table ? "table" : "chart");
}

static void
set_shows_table (RelanceChartCard *self, gboolean shows_table)
{
  if (self->shows_table == shows_table)
    return;
  self->shows_table = shows_table;
  show_chart_or_table (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_TABLE]);
}

static void
set_title (RelanceChartCard *self, const char *title)
{
  /* Translators: a button; %s is the title of a chart. */
  g_autofree char *name = g_strdup_printf (_ ("Menu of “%s”"), title);

  g_set_str (&self->title, title);
  gtk_widget_set_tooltip_text (self->menu_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* @extra: (nullable) */
static void
add_to_menu (RelanceChartCard *self, GMenuModel *extra)
{
  if (extra != NULL)
    g_menu_append_section (self->menu, NULL, extra);
}

/* The widgets of the menu are made once somebody opens it. */
static void
prepare_menu_cb (GtkMenuButton *button, gpointer data)
{
  RelanceChartCard *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (self->menu));
}

static void
enable_actions (RelanceChartCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "chart.show-table", self->table != NULL);
  gtk_widget_action_set_enabled (widget, "chart.copy", self->table != NULL);
  gtk_widget_action_set_enabled (widget, "chart.save-csv", self->table != NULL);
  gtk_widget_action_set_enabled (widget, "chart.save-picture",
                                 self->table != NULL && self->draw != NULL);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceChartCard *self = RELANCE_CHART_CARD (widget);
  g_autofree char *text = relance_figure_table_to_text (self->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
save_csv_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceChartCard *self = RELANCE_CHART_CARD (widget);

  relance_chart_saving_ask_csv (widget, self->title, self->table);
}

static void
save_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceChartPicture picture = relance_chart_card_get_picture (RELANCE_CHART_CARD (widget));

  relance_chart_saving_ask_picture (widget, &picture);
}

static void
relance_chart_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RelanceChartCard *self = RELANCE_CHART_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CONTROLS:
      g_value_set_object (value, adw_bin_get_child (self->controls_place));
      break;
    case PROP_CHART:
      g_value_set_object (value, adw_bin_get_child (self->chart_place));
      break;
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, self->shows_table);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
relance_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RelanceChartCard *self = RELANCE_CHART_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_CONTROLS:
      adw_bin_set_child (self->controls_place, g_value_get_object (value));
      break;
    case PROP_CHART:
      adw_bin_set_child (self->chart_place, g_value_get_object (value));
      break;
    case PROP_EXTRA_MENU:
      add_to_menu (self, g_value_get_object (value));
      break;
    case PROP_SHOWS_TABLE:
      set_shows_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
relance_chart_card_dispose (GObject *object)
{
  RelanceChartCard *self = RELANCE_CHART_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_CHART_CARD);
  g_clear_pointer (&self->table, relance_figure_table_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (relance_chart_card_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_CONTROLS] = g_param_spec_object ("controls", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_EXTRA_MENU] = g_param_spec_object ("extra-menu", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWS_TABLE] = g_param_spec_boolean ("shows-table", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "shows-table");
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save-csv", NULL, save_csv_action);
  gtk_widget_class_install_action (widget_class, "chart.save-picture", NULL, save_picture_action);
}

static void
relance_chart_card_class_init (RelanceChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = relance_chart_card_get_property;
  object_class->set_property = relance_chart_card_set_property;
  object_class->dispose = relance_chart_card_dispose;
  install_properties (object_class);
  install_actions (widget_class);

  g_type_ensure (RELANCE_TYPE_EXPLAIN_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, heading);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, explain);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, menu);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, controls_place);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, chart_place);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, table_place);
  gtk_widget_class_bind_template_child (widget_class, RelanceChartCard, stack);
}

static void
relance_chart_card_init (RelanceChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), prepare_menu_cb, self,
                                         NULL);
  enable_actions (self);
}

/**
 * relance_chart_card_set_drawing:
 * @height: in points, on paper as wide as %RELANCE_CHART_PICTURE_WIDTH
 * @draw: draws the chart with the figures it has now
 * @data: outlives the card; what holds it, as a rule
 */
void
relance_chart_card_set_drawing (RelanceChartCard *self,
                                double height,
                                RelanceDraw draw,
                                gpointer data)
{
  g_return_if_fail (RELANCE_IS_CHART_CARD (self));

  self->height = height;
  self->draw = draw;
  self->draw_data = data;
  enable_actions (self);
}

/**
 * relance_chart_card_set_table:
 * @table: (nullable): the figures that the chart shows; %NULL while there are none
 */
void
relance_chart_card_set_table (RelanceChartCard *self, RelanceFigureTable *table)
{
  g_return_if_fail (RELANCE_IS_CHART_CARD (self));

  g_clear_pointer (&self->table, relance_figure_table_unref);
  self->table = table != NULL ? relance_figure_table_ref (table) : NULL;
  enable_actions (self);
  show_chart_or_table (self);
}

/**
 * relance_chart_card_set_explanation:
 * @explanation: (nullable): how the figures are computed; it is copied
 */
void
relance_chart_card_set_explanation (RelanceChartCard *self, const RelanceExplanation *explanation)
{
  g_return_if_fail (RELANCE_IS_CHART_CARD (self));

  relance_explain_button_set (self->explain, explanation);
}

/**
 * relance_chart_card_get_table:
 *
 * Returns: (transfer none) (nullable): %NULL until there are figures
 */
RelanceFigureTable *
relance_chart_card_get_table (RelanceChartCard *self)
{
  g_return_val_if_fail (RELANCE_IS_CHART_CARD (self), NULL);

  return self->table;
}

/**
 * relance_chart_card_get_picture:
 *
 * Returns: what lasts as long as the card and its title do; it draws nothing that is not there yet
 */
RelanceChartPicture
relance_chart_card_get_picture (RelanceChartCard *self)
{
  return (RelanceChartPicture) {
    .title = self->title,
    .height = self->height,
    .draw = self->draw,
    .data = self->draw_data,
  };
}
