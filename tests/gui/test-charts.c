/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar-chart.h"
#include "charts/relance-bar.h"
#include "charts/relance-chart-card.h"
#include "charts/relance-chart-saving.h"
#include "charts/relance-rate-line.h"
#include "charts/relance-stacked-bar.h"

#include <adwaita.h>

static char *
format_value (double value, gpointer data)
{
  return g_strdup_printf ("%.0f", value);
}

static void
add_bar (GArray *bars, const char *label, const char *description, double a, double b, double c)
{
  RelanceBarData bar = {
    .label = g_strdup (label),
    .description = g_strdup (description),
    .parts = { a, b, c },
  };

  g_array_append_val (bars, bar);
}

static GArray *
make_bars (void)
{
  GArray *bars = relance_bars_new ();

  add_bar (bars, "Jan", "January 2026: 5 on time, 1 late, none open", 5, 1, 0);
  add_bar (bars, "Feb", "February 2026: nothing", 0, 0, 0);
  add_bar (bars, "Mar", "March 2026: many", 1000000, 1, 1);
  return bars;
}

static GtkWidget *
make_chart (void)
{
  g_autoptr (GArray) bars = make_bars ();
  GtkWidget *chart = g_object_ref_sink (g_object_new (RELANCE_TYPE_BAR_CHART, NULL));

  relance_bar_chart_set_bars (RELANCE_BAR_CHART (chart), bars, 1, format_value, NULL);
  return chart;
}

static GtkWidget *
find_nth (GtkWidget *parent, GType type, int n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && n-- == 0)
      return child;
  return NULL;
}

static void
activated_cb (GtkWidget *widget, guint index, int *activated)
{
  *activated = (int) index;
}

/* The year is said, however few labels there is room for. */
static void
test_bar_years (void)
{
  g_autoptr (GArray) bars = make_bars ();

  g_assert_cmpint (relance_bars_find_anchor (bars), ==, 2);
  add_bar (bars, "Jan\n2027", "January 2027: nothing", 0, 0, 0);
  add_bar (bars, "Feb", "February 2027: nothing", 0, 0, 0);
  g_assert_cmpint (relance_bars_find_anchor (bars), ==, 3);
}

static void
test_bar_names (void)
{
  g_autoptr (GtkWidget) chart = make_chart ();
  GtkAccessible *first = GTK_ACCESSIBLE (find_nth (chart, RELANCE_TYPE_BAR, 0));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "January 2026: 5 on time, 1 late, none open");
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 1);
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_SET_SIZE, 3);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (first)), ==,
                   "January 2026: 5 on time, 1 late, none open");
}

static void
test_bar_activated (void)
{
  g_autoptr (GtkWidget) chart = make_chart ();
  int activated = -1;

  g_signal_connect (chart, "bar-activated", G_CALLBACK (activated_cb), &activated);
  g_signal_emit_by_name (find_nth (chart, RELANCE_TYPE_BAR, 2), "clicked");
  g_assert_cmpint (activated, ==, 2);
}

static int
measure_height (GtkWidget *bar, int part)
{
  GtkWidget *child = gtk_widget_get_first_child (bar);

  while (part-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return gtk_widget_get_child_visible (child) ? gtk_widget_get_height (child) : 0;
}

/* What is there is seen however small it is beside the rest, what is not is not. */
static void
test_bar_heights (void)
{
  g_autoptr (GtkWidget) chart = make_chart ();
  GtkWidget *small = find_nth (chart, RELANCE_TYPE_BAR, 0);
  GtkWidget *large = find_nth (chart, RELANCE_TYPE_BAR, 2);

  gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 300, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (chart, &(GtkAllocation) { 0, 0, 300, 240 }, -1);

  g_assert_cmpint (measure_height (small, 0), >=, 2);
  g_assert_cmpint (measure_height (small, 1), >=, 2);
  g_assert_cmpint (measure_height (small, 2), ==, 0);
  g_assert_cmpint (measure_height (large, 0), >, 50);
  g_assert_cmpint (measure_height (large, 2), >=, 2);
  g_assert_cmpint (measure_height (large, 0) + measure_height (large, 1) +
                     measure_height (large, 2),
                   <=, gtk_widget_get_height (large));
}

static void
assert_focus (GtkWidget *window, GtkWidget *chart, int bar)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 find_nth (chart, RELANCE_TYPE_BAR, bar));
}

/* One stop of the Tab key; the arrows move inside, the way they point. */
static void
test_keyboard (gconstpointer direction)
{
  gboolean rtl = GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_RTL;
  g_autoptr (GtkWidget) chart = make_chart ();
  GtkWidget *window = gtk_window_new ();

  gtk_widget_set_direction (chart, GPOINTER_TO_INT (direction));
  gtk_window_set_child (GTK_WINDOW (window), chart);

  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  assert_focus (window, chart, 2);
  g_assert_true (gtk_widget_child_focus (chart, rtl ? GTK_DIR_RIGHT : GTK_DIR_LEFT));
  assert_focus (window, chart, 1);
  g_assert_true (gtk_widget_child_focus (chart, rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT));
  assert_focus (window, chart, 2);
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
clear_share (RelanceBarPart *share)
{
  g_free (share->description);
}

static void
test_shares (void)
{
  g_autoptr (GArray) shares = g_array_new (FALSE, FALSE, sizeof (RelanceBarPart));
  g_autoptr (GtkWidget) bar = g_object_ref_sink (g_object_new (RELANCE_TYPE_STACKED_BAR, NULL));
  RelanceBarPart values[] = {
    { "band-0", g_strdup ("Not due yet: 10 €"), 1000 },
    { "band-1", g_strdup ("1–30 days late: nothing"), 0 },
    { "band-2", g_strdup ("31–60 days late: 0.01 €"), 1 },
  };
  int activated = -1;

  g_array_set_clear_func (shares, (GDestroyNotify) clear_share);
  g_array_append_vals (shares, values, G_N_ELEMENTS (values));
  relance_stacked_bar_set_shares (RELANCE_STACKED_BAR (bar), shares);
  g_signal_connect (bar, "share-activated", G_CALLBACK (activated_cb), &activated);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (bar, &(GtkAllocation) { 0, 0, 300, 28 }, -1);

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_nth (bar, GTK_TYPE_BUTTON, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Not due yet: 10 €");
  g_assert_false (gtk_widget_get_visible (find_nth (bar, GTK_TYPE_BUTTON, 1)));
  g_assert_cmpint (gtk_widget_get_width (find_nth (bar, GTK_TYPE_BUTTON, 2)), >=, 12);
  g_signal_emit_by_name (find_nth (bar, GTK_TYPE_BUTTON, 2), "clicked");
  g_assert_cmpint (activated, ==, 2);
}

/* Between dots a line; a ring, or a month without a rate, breaks it. */
static void
test_rates (void)
{
  static const struct
  {
    gboolean has_rate;
    gboolean is_weak;
    gboolean joins;
  } cases[] = {
    { TRUE, FALSE, FALSE }, { TRUE, FALSE, TRUE },   { TRUE, TRUE, FALSE },
    { TRUE, FALSE, FALSE }, { FALSE, FALSE, FALSE }, { TRUE, FALSE, FALSE },
  };
  g_autoptr (GArray) bars = relance_bars_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceBarData bar = { .has_rate = cases[i].has_rate, .rate_is_weak = cases[i].is_weak };

      g_array_append_val (bars, bar);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (relance_bars_join (bars, i), ==, cases[i].joins);
}

/* The rates have a place of their own, above the bars, and none where there are no rates. */
static void
test_rates_above (void)
{
  g_autoptr (GtkWidget) chart = make_chart ();
  GtkWidget *line = find_nth (chart, RELANCE_TYPE_RATE_LINE, 0);
  g_autoptr (GArray) bars = make_bars ();
  graphene_rect_t bounds;
  int before, after;

  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  g_array_index (bars, RelanceBarData, 0).has_rate = TRUE;
  relance_bar_chart_set_bars (RELANCE_BAR_CHART (chart), bars, 1, format_value, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, >, before);

  gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (chart, &(GtkAllocation) { 0, 0, 400, after }, -1);
  g_assert_true (gtk_widget_get_child_visible (line));
  g_assert_true (gtk_widget_compute_bounds (line, find_nth (chart, RELANCE_TYPE_BAR, 0), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <, 0);
}

static void
test_axis (void)
{
  static const struct
  {
    double largest;
    double unit;
    double step;
    int n_steps;
  } cases[] = {
    { 0, 1, 1, 1 },          { 1, 1, 1, 1 },         { 4, 1, 1, 4 },
    { 7, 1, 2, 4 },          { 41, 1, 20, 3 },       { 3, 100, 100, 1 },
    { 12345, 100, 5000, 3 }, { 1e13, 100, 5e12, 2 }, { 99999999999999.0 * 500, 1, 2e16, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RelanceAxis axis = relance_axis_fit (cases[i].largest, cases[i].unit);

      g_assert_cmpfloat (axis.step, ==, cases[i].step);
      g_assert_cmpint (axis.n_steps, ==, cases[i].n_steps);
      g_assert_cmpfloat (relance_axis_get_top (&axis), >=, cases[i].largest);
    }
}

static void
draw_square (const RelanceDrawing *drawing, gpointer data)
{
  int *n_drawn = data;

  (*n_drawn)++;
  for (int ink = RELANCE_INK_BLUE; ink <= RELANCE_INK_STRONGEST; ink++)
    relance_drawing_add_area (drawing, ink, 20 * ink, 0, 16, drawing->height);
}

static GtkWidget *
make_card (int *n_drawn)
{
  g_autoptr (RelanceFigureTable) table = relance_figure_table_new ();
  GtkWidget *card = g_object_new (RELANCE_TYPE_CHART_CARD, "title", "How Much", "chart",
                                  gtk_label_new ("a chart"), NULL);

  relance_figure_table_add_column (table, "Week", NULL);
  relance_figure_table_add_column (table, "Owed", "EUR");
  relance_figure_table_add_date (table, relance_date_new (2026, 11, 23));
  relance_figure_table_add_amount (table, 123450, "EUR");
  relance_chart_card_set_drawing (RELANCE_CHART_CARD (card), 100, draw_square, n_drawn);
  relance_chart_card_set_table (RELANCE_CHART_CARD (card), table);
  return card;
}

static GtkWidget *
find_role (GtkWidget *parent, GtkAccessibleRole role)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == role
                           ? child
                           : find_role (child, role);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_card_shows_table (void)
{
  int n_drawn = 0;
  g_autoptr (GtkWidget) card = g_object_ref_sink (make_card (&n_drawn));
  GtkWidget *cell;

  g_assert_null (find_role (card, GTK_ACCESSIBLE_ROLE_TABLE));
  g_assert_true (gtk_widget_activate_action (card, "chart.show-table", NULL));
  cell = find_role (find_role (card, GTK_ACCESSIBLE_ROLE_TABLE), GTK_ACCESSIBLE_ROLE_CELL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (cell)), ==, "€1,234.50");
}

static void
got_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_card_copies (void)
{
  int n_drawn = 0;
  g_autoptr (GtkWidget) card = g_object_ref_sink (make_card (&n_drawn));
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (card, "chart.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (card), NULL, got_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Week\tOwed\nNovember 23, 2026\t€1,234.50\n");
}

static gboolean
starts_with (GBytes *file, const char *start)
{
  gsize size;
  const char *content = g_bytes_get_data (file, &size);

  return g_strstr_len (content, MIN (size, 100), start) != NULL;
}

static void
test_card_picture (void)
{
  int n_drawn = 0;
  g_autoptr (GtkWidget) card = g_object_ref_sink (make_card (&n_drawn));
  RelanceChartPicture picture = relance_chart_card_get_picture (RELANCE_CHART_CARD (card));
  g_autoptr (GBytes) svg = relance_chart_saving_draw (&picture, "chart.svg");
  g_autoptr (GBytes) png = relance_chart_saving_draw (&picture, "Chart.PNG");
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, NULL);

  g_assert_cmpint (n_drawn, ==, 2);
  g_assert_true (starts_with (svg, "<svg"));
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), >, 2 * RELANCE_CHART_PICTURE_WIDTH);
}

/* Until there are figures nothing can be done with them. */
static void
test_card_empty (void)
{
  g_autoptr (GtkWidget)
    card = g_object_ref_sink (g_object_new (RELANCE_TYPE_CHART_CARD, "title", "Soon", NULL));
  gboolean shows_table;

  gtk_widget_activate_action (card, "chart.copy", NULL);
  gtk_widget_activate_action (card, "chart.save-picture", NULL);
  gtk_widget_activate_action (card, "chart.show-table", NULL);
  g_object_get (card, "shows-table", &shows_table, NULL);
  g_assert_false (shows_table);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  adw_init ();

  g_test_add_func ("/charts/bar-names", test_bar_names);
  g_test_add_func ("/charts/bar-years", test_bar_years);
  g_test_add_func ("/charts/bar-activated", test_bar_activated);
  g_test_add_func ("/charts/bar-heights", test_bar_heights);
  g_test_add_data_func ("/charts/keyboard", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_keyboard);
  g_test_add_data_func ("/charts/keyboard-rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_keyboard);
  g_test_add_func ("/charts/shares", test_shares);
  g_test_add_func ("/charts/rates", test_rates);
  g_test_add_func ("/charts/rates-above", test_rates_above);
  g_test_add_func ("/charts/axis", test_axis);
  g_test_add_func ("/charts/card-shows-table", test_card_shows_table);
  g_test_add_func ("/charts/card-copies", test_card_copies);
  g_test_add_func ("/charts/card-picture", test_card_picture);
  g_test_add_func ("/charts/card-empty", test_card_empty);

  return g_test_run ();
}
