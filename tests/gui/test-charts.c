/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar-chart.h"
#include "charts/relance-stacked-bar.h"

#include <adwaita.h>

static char *
format_value (double value, gpointer data)
{
  return g_strdup_printf ("%.0f", value);
}

static void
clear_bar (RelanceBarData *bar)
{
  g_free (bar->label);
  g_free (bar->description);
}

static void
add_bar (GArray *bars, const char *label, const char *description, double a, double b, double c)
{
  RelanceBarData bar = { g_strdup (label), g_strdup (description), { a, b, c } };

  g_array_append_val (bars, bar);
}

static GArray *
make_bars (void)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (RelanceBarData));

  g_array_set_clear_func (bars, (GDestroyNotify) clear_bar);
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
  g_test_add_func ("/charts/bar-activated", test_bar_activated);
  g_test_add_func ("/charts/bar-heights", test_bar_heights);
  g_test_add_data_func ("/charts/keyboard", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_keyboard);
  g_test_add_data_func ("/charts/keyboard-rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_keyboard);
  g_test_add_func ("/charts/shares", test_shares);

  return g_test_run ();
}
