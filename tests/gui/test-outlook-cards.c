/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-chart-card.h"
#include "charts/relance-range-chart.h"
#include "page-fixture.h"
#include "today/relance-expected-card.h"
#include "today/relance-outlook-group.h"

#define LOOKING "Looking at when people pay…"

typedef struct
{
  PageFixture book;
  GtkWidget *group;
} Fixture;

/* One pays 14 days late, one on the day; one more waits for longer than anybody ever did. */
static void
fill (RelanceBook *book)
{
  static const char *const months[] = { "2026-02", "2026-03", "2026-04" };

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *due = g_strdup_printf ("%s-01", months[i]);
      g_autofree char *late = g_strdup_printf ("%s-15", months[i]);

      page_fixture_pay (book, page_fixture_add (book, "Sample Studio", months[i], 100000, due),
                        100000, late);
      page_fixture_pay (book, page_fixture_add (book, "Sample Bakery", months[i], 100000, due),
                        100000, due);
    }
  page_fixture_add (book, "Sample Studio", "F-7", 250000, "2026-11-24");
  page_fixture_add (book, "Sample <Workshop>", "F-8", 30000, "2026-01-01");
}

static void
fill_little (RelanceBook *book)
{
  page_fixture_pay (book, page_fixture_add (book, "Sample Studio", "F-1", 100000, "2026-02-01"),
                    100000, "2026-02-15");
  page_fixture_add (book, "Sample Studio", "F-2", 250000, "2026-11-24");
}

static void
fill_unpaid (RelanceBook *book)
{
  page_fixture_add (book, "Sample Studio", "F-1", 250000, "2026-11-24");
}

static void
fill_settled (RelanceBook *book)
{
  page_fixture_pay (book, page_fixture_add (book, "Sample Studio", "F-1", 100000, "2026-02-01"),
                    100000, "2026-02-15");
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return page_fixture_find (fixture->group, GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
load (Fixture *fixture, const char *day)
{
  RelanceDate as_of = day != NULL ? relance_date_parse_iso (day) : RELANCE_DATE_NONE;

  relance_outlook_group_load (RELANCE_OUTLOOK_GROUP (fixture->group), fixture->book.desk, as_of);
  relance_outlook_group_set_currency (RELANCE_OUTLOOK_GROUP (fixture->group), "EUR");
  /* What was said of another day gives way at once. */
  g_assert_true (says (fixture, LOOKING) == (day != NULL));
  while (!relance_outlook_group_is_loaded (RELANCE_OUTLOOK_GROUP (fixture->group)))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer filler)
{
  page_fixture_set_up (&fixture->book, filler);
  fixture->group = g_object_ref_sink (g_object_new (RELANCE_TYPE_OUTLOOK_GROUP, NULL));
  g_assert_null (gtk_widget_get_first_child (fixture->group));
  load (fixture, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->group);
  page_fixture_tear_down (&fixture->book);
}

static gpointer
get_expected (Fixture *fixture, const char *part)
{
  return page_fixture_get_part (page_fixture_get_part (fixture->group, "expected"), part);
}

static GtkWidget *
get_row (GtkWidget *chart, int n)
{
  GtkWidget *row = gtk_widget_get_first_child (chart);

  while (n-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static void
test_weeks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = get_expected (fixture, "chart");
  GtkAccessible *last = GTK_ACCESSIBLE (get_row (chart, 7));
  RelanceFigureTable *table = relance_chart_card_get_table (get_expected (fixture, "card"));

  g_assert_true (gtk_widget_get_visible (chart));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (last, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_relation (last, GTK_ACCESSIBLE_RELATION_SET_SIZE, 8);
  gtk_test_accessible_assert_property (last, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Week of January 4, 2027: nothing");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (last)), ==,
                   "Week of January 4, 2027: nothing");
  g_assert_true (says (fixture, "€2,500 in these 8 weeks."));
  g_assert_true (says (fixture,
                       "Not counted: €300.00 in 1 invoice that has waited longer than any that "
                       "was ever paid."));
  g_assert_cmpuint (relance_figure_table_count_rows (table), ==, 8);
  g_assert_cmpuint (relance_figure_table_count_columns (table), ==, 4);
}

static const char *
get_sentence (Fixture *fixture, const char *list, const char *client)
{
  GtkWidget *row = page_fixture_find (page_fixture_get_part (fixture->group, list),
                                      ADW_TYPE_ACTION_ROW, "title", client);

  g_assert_nonnull (row);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
test_payers (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_sentence (fixture, "slowest", "Sample Studio"), ==,
                   "Usually pays 14 days late, 3 of 3 late.");
  g_assert_cmpstr (get_sentence (fixture, "reliable", "Sample Bakery"), ==, "Always pays on time.");
  g_assert_null (
    page_fixture_find (fixture->group, ADW_TYPE_ACTION_ROW, "title", "Sample <Workshop>"));
}

/* On another day, with what was known then. */
static void
test_as_of (Fixture *fixture, gconstpointer data)
{
  load (fixture, "2026-02-10");
  g_assert_true (
    says (fixture, "1 invoice has been paid so far: too few to tell when the others will be."));
  g_assert_false (gtk_widget_get_visible (get_expected (fixture, "chart")));
  g_assert_false (says (fixture, "Sample Studio"));
}

static void
test_currency (Fixture *fixture, gconstpointer data)
{
  relance_outlook_group_set_currency (RELANCE_OUTLOOK_GROUP (fixture->group), "USD");
  g_assert_true (says (fixture, "Nothing is owed to you in USD: there is nothing to wait for."));
  g_assert_null (relance_chart_card_get_table (get_expected (fixture, "card")));
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (fixture->group, "slowest")));
  relance_outlook_group_set_currency (RELANCE_OUTLOOK_GROUP (fixture->group), "EUR");
  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (fixture->group, "slowest")));
}

static void
test_says (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (get_expected (fixture, "chart")));
}

static void
test_little (Fixture *fixture, gconstpointer data)
{
  test_says (fixture, data);
  g_assert_true (
    says (fixture, "1 invoice has been paid so far: too few to tell when the others will be."));
  g_assert_true (says (fixture, "No client has settled three invoices yet: too few to tell."));
}

static void
test_unpaid (Fixture *fixture, gconstpointer data)
{
  test_says (fixture, data);
  g_assert_true (says (fixture,
                       "Nothing has been paid yet: after the first few payments, this says when to "
                       "expect the next."));
  g_assert_true (says (fixture, "No client has settled three invoices yet: too few to tell."));
  g_assert_false (says (fixture, "Nobody usually pays late."));
}

static void
test_settled (Fixture *fixture, gconstpointer data)
{
  test_says (fixture, data);
  g_assert_true (says (fixture, "Nothing is owed to you in EUR: there is nothing to wait for."));
}

static void
add_range (GArray *ranges, const char *label, double low, double middle, double high)
{
  RelanceRangeData range = {
    g_strdup (label), g_strdup ("€1"), g_strdup (label), low, middle, high
  };

  g_array_append_val (ranges, range);
}

static GtkWidget *
make_chart (void)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (RelanceRangeData));
  GtkWidget *chart = g_object_ref_sink (g_object_new (RELANCE_TYPE_RANGE_CHART, NULL));

  g_array_set_clear_func (ranges, (GDestroyNotify) relance_range_data_clear);
  add_range (ranges, "many", 100, 500, 1000);
  add_range (ranges, "one", 1, 1, 1);
  add_range (ranges, "perhaps", 0, 0, 2);
  add_range (ranges, "nothing", 0, 0, 0);
  relance_range_chart_set_ranges (RELANCE_RANGE_CHART (chart), ranges);
  return chart;
}

/* The bar, and the whisker. */
static GtkWidget *
get_mark (GtkWidget *row, const char *css_name)
{
  GtkWidget *child = gtk_widget_get_first_child (row);

  while (g_strcmp0 (gtk_widget_get_css_name (child), css_name) != 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static graphene_rect_t
get_place (GtkWidget *row, const char *css_name)
{
  graphene_rect_t place;

  g_assert_true (gtk_widget_compute_bounds (get_mark (row, css_name), row, &place));
  return place;
}

/* What is there is seen, what is not is not; from where reading starts, and never outside. */
static void
test_marks (gconstpointer direction)
{
  gboolean rtl = GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_RTL;
  g_autoptr (GtkWidget) chart = make_chart ();
  graphene_rect_t bar, whisker, small;

  for (int i = 0; i < 4; i++)
    gtk_widget_set_direction (get_row (chart, i), GPOINTER_TO_INT (direction));
  gtk_widget_measure (chart, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 300, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (chart, &(GtkAllocation) { 0, 0, 300, 200 }, -1);

  bar = get_place (get_row (chart, 0), "part");
  whisker = get_place (get_row (chart, 0), "whisker");
  small = get_place (get_row (chart, 2), "whisker");
  g_assert_cmpfloat (whisker.size.width, >, bar.size.width);
  g_assert_cmpfloat (whisker.origin.x, >=, 0);
  g_assert_cmpfloat (whisker.origin.x + whisker.size.width, <=, 300);
  if (rtl)
    g_assert_cmpfloat (whisker.origin.x, <, bar.origin.x);
  else
    g_assert_cmpfloat (bar.origin.x, <, whisker.origin.x);
  g_assert_cmpfloat (small.size.width, >=, 5);
  g_assert_true (gtk_widget_get_child_visible (get_mark (get_row (chart, 1), "part")));
  g_assert_false (gtk_widget_get_child_visible (get_mark (get_row (chart, 1), "whisker")));
  g_assert_false (gtk_widget_get_child_visible (get_mark (get_row (chart, 2), "part")));
  g_assert_false (gtk_widget_get_child_visible (get_mark (get_row (chart, 3), "whisker")));
}

/* One stop of the Tab key; the arrows move inside. Nothing claims to be a button. */
static void
test_keyboard (void)
{
  g_autoptr (GtkWidget) chart = make_chart ();
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), chart);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == get_row (chart, 0));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == get_row (chart, 1));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_UP));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == get_row (chart, 0));
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_false (GTK_IS_ACTIONABLE (get_row (chart, 0)));
  gtk_window_destroy (GTK_WINDOW (window));
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

  g_test_add ("/outlook/weeks", Fixture, fill, set_up, test_weeks, tear_down);
  g_test_add ("/outlook/payers", Fixture, fill, set_up, test_payers, tear_down);
  g_test_add ("/outlook/as-of", Fixture, fill, set_up, test_as_of, tear_down);
  g_test_add ("/outlook/currency", Fixture, fill, set_up, test_currency, tear_down);
  g_test_add ("/outlook/little", Fixture, fill_little, set_up, test_little, tear_down);
  g_test_add ("/outlook/unpaid", Fixture, fill_unpaid, set_up, test_unpaid, tear_down);
  g_test_add ("/outlook/settled", Fixture, fill_settled, set_up, test_settled, tear_down);
  g_test_add_data_func ("/outlook/marks", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_marks);
  g_test_add_data_func ("/outlook/marks-rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_marks);
  g_test_add_func ("/outlook/keyboard", test_keyboard);

  return g_test_run ();
}
