/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "page-fixture.h"
#include "today/relance-today-page.h"

typedef struct
{
  PageFixture page_fixture;
  GtkWidget *page;
} Fixture;

/* Six fell due in twelve months: four paid on time, one late, one still open. */
static void
fill (RelanceBook *book)
{
  static const struct
  {
    const char *number;
    const char *due;
    const char *paid;
  } invoices[] = {
    { "F-1", "2026-03-10", "2026-03-10" }, { "F-2", "2026-04-10", "2026-04-01" },
    { "F-3", "2026-05-10", "2026-05-09" }, { "F-4", "2026-06-10", "2026-06-10" },
    { "F-5", "2026-03-20", "2026-04-20" }, { "F-6", "2026-10-01", NULL },
    { "F-7", "2026-12-01", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (invoices); i++)
    {
      gint64 id =
        page_fixture_add (book, "Atelier Durand", invoices[i].number, 100000, invoices[i].due);

      if (invoices[i].paid != NULL)
        page_fixture_pay (book, id, 100000, invoices[i].paid);
    }
}

static void
fill_nothing (RelanceBook *book)
{
}

static void
set_up (Fixture *fixture, gconstpointer filler)
{
  page_fixture_set_up (&fixture->page_fixture, filler);
  fixture->page = g_object_ref_sink (relance_today_page_new (fixture->page_fixture.desk));
  page_fixture_wait (fixture->page, "stack", "figures");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->page);
  page_fixture_tear_down (&fixture->page_fixture);
}

static void
assert_name (Fixture *fixture, const char *part, const char *name)
{
  gtk_test_accessible_assert_property (page_fixture_get_part (fixture->page, part),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_figures (Fixture *fixture, gconstpointer data)
{
  assert_name (fixture, "owed", "€2,000 owed to you, in 2 invoices");
  assert_name (fixture, "overdue", "€1,000 of it late, with 1 client");
  assert_name (fixture, "rate", "66% paid on time, 4 of 6 invoices, over 12 months");
}

static void
test_bars (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (page_fixture_find (fixture->page, GTK_TYPE_WIDGET, "tooltip-text",
                                       "March 2026: 1 on time, 1 late, none still open. "
                                       "Too few to tell a rate"));
  g_assert_nonnull (page_fixture_find (fixture->page, GTK_TYPE_WIDGET, "tooltip-text",
                                       "October 2026: 0 on time, 0 late, 1 still open. "
                                       "Too few to tell a rate"));
  g_assert_nonnull (page_fixture_find (fixture->page, GTK_TYPE_BUTTON, "tooltip-text",
                                       "31–60 days late: €1,000.00 in 1 invoice"));
}

static void
wait_for_row (Fixture *fixture, const char *title)
{
  while (page_fixture_find (fixture->page, ADW_TYPE_ACTION_ROW, "title", title) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_to_do (Fixture *fixture, gconstpointer data)
{
  wait_for_row (fixture, "Atelier Durand has no mail address");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (fixture->page, "figures")));
  wait_for_row (fixture, "Nothing to chase. Enjoy your day!");
}

/* A page must fit in the narrowest window. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
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

  g_test_add ("/today/figures", Fixture, fill, set_up, test_figures, tear_down);
  g_test_add ("/today/bars", Fixture, fill, set_up, test_bars, tear_down);
  g_test_add ("/today/to-do", Fixture, fill, set_up, test_to_do, tear_down);
  g_test_add ("/today/nothing", Fixture, fill_nothing, set_up, test_nothing, tear_down);
  g_test_add ("/today/narrow", Fixture, fill, set_up, test_narrow, tear_down);

  return g_test_run ();
}
