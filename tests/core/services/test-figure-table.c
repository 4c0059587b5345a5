/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-figure-table.h"

#include "relance-wording.h"

static RelanceFigureTable *
make_table (void)
{
  RelanceFigureTable *table = relance_figure_table_new ();

  relance_figure_table_add_column (table, "Month", NULL);
  relance_figure_table_add_column (table, "Client", NULL);
  relance_figure_table_add_column (table, "Invoices", NULL);
  relance_figure_table_add_column (table, "Owed", "EUR");
  relance_figure_table_add_column (table, "On Time", "%");

  relance_figure_table_add_month (table, relance_date_new (2026, 2, 28));
  relance_figure_table_add_text (table, "Sample,\t\"Studio\"\n");
  relance_figure_table_add_count (table, 12345);
  relance_figure_table_add_amount (table, -123456, "EUR");
  relance_figure_table_add_share (table, 29, 100);

  relance_figure_table_add_date (table, relance_date_new (2024, 2, 29));
  relance_figure_table_add_text (table, "=1+1");
  relance_figure_table_add_count (table, 0);
  relance_figure_table_add_amount (table, 1, "EUR");
  relance_figure_table_add_missing (table, "too few");
  return table;
}

static void
test_cells (void)
{
  g_autoptr (RelanceFigureTable) table = make_table ();

  g_assert_cmpuint (relance_figure_table_count_columns (table), ==, 5);
  g_assert_cmpuint (relance_figure_table_count_rows (table), ==, 2);
  g_assert_cmpstr (relance_figure_table_get_title (table, 3), ==, "Owed");
  g_assert_cmpstr (relance_figure_table_get_text (table, 0, 0), ==, "February 2026");
  g_assert_cmpstr (relance_figure_table_get_text (table, 0, 3), ==, "-€1,234.56");
  g_assert_cmpstr (relance_figure_table_get_text (table, 1, 4), ==, "too few");
  g_assert_false (relance_figure_table_is_number (table, 1));
  g_assert_true (relance_figure_table_is_number (table, 2));
  g_assert_true (relance_figure_table_is_number (table, 4));
}

static void
test_unfinished_row (void)
{
  g_autoptr (RelanceFigureTable) table = make_table ();

  relance_figure_table_add_text (table, "more to come");
  g_assert_cmpuint (relance_figure_table_count_rows (table), ==, 2);
}

static void
test_empty (void)
{
  g_autoptr (RelanceFigureTable) table = relance_figure_table_new ();
  g_autofree char *text = relance_figure_table_to_text (table);

  g_assert_cmpuint (relance_figure_table_count_rows (table), ==, 0);
  g_assert_cmpstr (text, ==, "\n");
}

/* A cell cannot end the row it is in. */
static void
test_text (void)
{
  g_autoptr (RelanceFigureTable) table = make_table ();
  g_autofree char *text = relance_figure_table_to_text (table);

  g_assert_cmpstr (text, ==,
                   "Month\tClient\tInvoices\tOwed\tOn Time\n"
                   "February 2026\tSample, \"Studio\" \t12345\t-€1,234.56\t29%\n"
                   "February 29, 2024\t=1+1\t0\t€0.01\ttoo few\n");
}

/* What a program reads; no spreadsheet takes a text for a formula. */
static void
test_csv (void)
{
  g_autoptr (RelanceFigureTable) table = make_table ();
  g_autofree char *csv = relance_figure_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "\xEF\xBB\xBFMonth,Client,Invoices,Owed (EUR),On Time (%)\r\n"
                   "2026-02,\"Sample,\t\"\"Studio\"\"\n\",12345,-1234.56,29\r\n"
                   "2024-02-29,'=1+1,0,0.01,\r\n");
}

static void
test_shares (void)
{
  static const struct
  {
    gint64 part;
    gint64 whole;
    const char *text;
  } cases[] = {
    { 0, 5, "0%" },
    { 29, 100, "29%" },
    { 199, 200, "99%" },
    { 7, 7, "100%" },
    { 0, 0, "–" },
    { G_MAXINT64 - 1, G_MAXINT64, "99%" },
    { G_MAXINT64, G_MAXINT64, "100%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = relance_wording_share (cases[i].part, cases[i].whole);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-table/cells", test_cells);
  g_test_add_func ("/figure-table/unfinished-row", test_unfinished_row);
  g_test_add_func ("/figure-table/empty", test_empty);
  g_test_add_func ("/figure-table/text", test_text);
  g_test_add_func ("/figure-table/csv", test_csv);
  g_test_add_func ("/figure-table/shares", test_shares);

  return g_test_run ();
}
