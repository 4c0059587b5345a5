/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/relance-bar.h"
#include "charts/relance-chart-card.h"
#include "page-fixture.h"
#include "relance-dashboard.h"
#include "relance-money.h"
#include "relance-payments.h"
#include "today/relance-ageing-card.h"
#include "today/relance-bands-dialog.h"
#include "today/relance-months-card.h"

#define TODAY relance_date_parse_iso (PAGE_FIXTURE_TODAY)

/* A month whose invoices are of @amount each. */
static RelanceMonth
make_month (int index, int n_months, int on_time, int late, int open_late, gint64 amount)
{
  RelanceDate first = relance_date_parse_iso ("2026-11-01");

  return (RelanceMonth) {
    .month = relance_date_add_months (first, index + 1 - n_months),
    .on_time = { on_time, on_time * amount },
    .late = { late, late * amount },
    .open_late = { open_late, open_late * amount },
    .due_amount = (on_time + late + open_late) * amount,
  };
}

/* Of every kind: nothing, all on time, all late, too few, many; the amounts from @amount up. */
static RelanceCurrencyFigures
make_figures (const char *currency, int n_months, gint64 amount)
{
  static const int months[][3] = {
    { 0, 0, 0 }, { 12, 0, 0 }, { 0, 7, 0 }, { 1, 1, 0 }, { 9, 3, 2 }, { 0, 0, 6 }, { 250, 1, 1 },
  };
  RelanceCurrencyFigures figures = { .owed = { 40, 40 * amount } };

  g_strlcpy (figures.currency, currency, sizeof figures.currency);
  figures.months = g_array_new (FALSE, TRUE, sizeof (RelanceMonth));
  for (int i = 0; i < n_months; i++)
    {
      const int *month = months[i % G_N_ELEMENTS (months)];
      RelanceMonth made = make_month (i, n_months, month[0], month[1], month[2], amount);

      g_array_append_val (figures.months, made);
    }
  figures.open = g_array_new (FALSE, FALSE, sizeof (RelanceOpenPart));
  for (int i = 0; i < 40; i++)
    {
      RelanceOpenPart part = { TODAY + 3 - 4 * i, i == 1 ? 1 : amount };

      g_array_append_val (figures.open, part);
    }
  return figures;
}

static void
clear_figures (RelanceCurrencyFigures *figures)
{
  g_array_unref (figures->months);
  g_array_unref (figures->open);
}

static gboolean
is_seen (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && gtk_widget_get_child_visible (widget) &&
         gtk_widget_get_width (widget) > 0;
}

/* What stands beside each other in a chart: bars, labels and shares. */
static void
assert_apart (GtkWidget *chart)
{
  for (GtkWidget *a = gtk_widget_get_first_child (chart); a != NULL;
       a = gtk_widget_get_next_sibling (a))
    for (GtkWidget *b = gtk_widget_get_next_sibling (a); b != NULL && is_seen (a);
         b = gtk_widget_get_next_sibling (b))
      {
        graphene_rect_t first, second, common;

        if (!is_seen (b))
          continue;
        g_assert_true (gtk_widget_compute_bounds (a, chart, &first));
        g_assert_true (gtk_widget_compute_bounds (b, chart, &second));
        if (graphene_rect_intersection (&first, &second, &common) &&
            MIN (common.size.width, common.size.height) > 0.01)
          g_error ("a %s and a %s overlap by %.0f x %.0f", G_OBJECT_TYPE_NAME (a),
                   G_OBJECT_TYPE_NAME (b), common.size.width, common.size.height);
      }
}

static void
assert_inside (GtkWidget *chart)
{
  for (GtkWidget *child = gtk_widget_get_first_child (chart); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!is_seen (child))
        continue;
      g_assert_true (gtk_widget_compute_bounds (child, chart, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (chart));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (chart));
    }
}

/* In a window, as wide as asked for. */
static GtkWidget *
show_card (GtkWidget *card, int width)
{
  GtkWidget *window =
    g_object_new (GTK_TYPE_WINDOW, "child", card, "decorated", FALSE, "default-width", width, NULL);

  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (card) == 0)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static const struct
{
  const char *currency;
  int n_months;
  gint64 amount;
  const char *measure;
} extremes[] = {
  { "EUR", 12, 1, "amount" },
  { "EUR", 24, 12345678900, "amount" },
  { "JPY", 24, 123456789, "amount" },
  { "TND", 12, 5, "amount" },
  { "EUR", 24, 100, "count" },
  { "EUR", 1, 100, "count" },
  { "EUR", 12, RELANCE_MONEY_MAX, "amount" },
};

static const int widths[] = { 336, 800, 2560 };

static void
set_measure (GtkWidget *card, const char *measure)
{
  adw_toggle_group_set_active_name (page_fixture_get_part (card, "measure"), measure);
}

/* From cents to hundreds of millions, from one month to 24, from a telephone to a wall: nothing
 * lies on anything else, and nothing is cut off. */
static void
test_months_extremes (gconstpointer direction)
{
  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  for (gsize i = 0; i < G_N_ELEMENTS (extremes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        RelanceCurrencyFigures figures =
          make_figures (extremes[i].currency, extremes[i].n_months, extremes[i].amount);
        GtkWidget *card = g_object_new (RELANCE_TYPE_MONTHS_CARD, NULL);
        g_autofree char *name =
          g_strdup_printf ("months-%zu-%d-%d.png", i, widths[j], GPOINTER_TO_INT (direction));
        GtkWidget *window;

        set_measure (card, extremes[i].measure);
        relance_months_card_set_figures (RELANCE_MONTHS_CARD (card), &figures, TODAY);
        window = show_card (card, widths[j]);
        g_assert_cmpint (gtk_widget_get_width (card), <=, widths[j]);
        assert_apart (page_fixture_get_part (card, "chart"));
        assert_inside (page_fixture_get_part (card, "chart"));
        page_fixture_save_picture (window, name);
        gtk_window_destroy (GTK_WINDOW (window));
        clear_figures (&figures);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_ageing_extremes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (extremes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        RelanceCurrencyFigures figures = make_figures (extremes[i].currency, 1, extremes[i].amount);
        GtkWidget *card = g_object_new (RELANCE_TYPE_AGEING_CARD, NULL);
        g_autofree char *name = g_strdup_printf ("ageing-%zu-%d.png", i, widths[j]);
        GtkWidget *window;

        relance_ageing_card_set_figures (RELANCE_AGEING_CARD (card), &figures, TODAY);
        window = show_card (card, widths[j]);
        g_assert_cmpint (gtk_widget_get_width (card), <=, widths[j]);
        assert_apart (page_fixture_get_part (card, "bar"));
        assert_inside (page_fixture_get_part (card, "bar"));
        page_fixture_save_picture (window, name);
        gtk_window_destroy (GTK_WINDOW (window));
        clear_figures (&figures);
      }
}

static GtkWidget *
find_bar (GtkWidget *card, int index)
{
  GtkWidget *child = gtk_widget_get_first_child (page_fixture_get_part (card, "chart"));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (RELANCE_IS_BAR (child) && index-- == 0)
      return child;
  return NULL;
}

/* A bar says its parts and its rate; where few invoices fell due, that they are too few; where
 * none did, nothing of it. */
static void
test_months_speak (void)
{
  static const struct
  {
    const char *measure;
    const char *spoken[5];
  } cases[] = {
    { "count",
      { "December 2025: 0 on time, 0 late, none still open",
        "January 2026: 12 on time, 0 late, none still open. 100% paid on time",
        "February 2026: 0 on time, 7 late, none still open. 0% paid on time",
        "March 2026: 1 on time, 1 late, none still open. Too few to tell a rate",
        "April 2026: 9 on time, 3 late, 2 still open. 64% paid on time" } },
    { "amount",
      { "December 2025: €0.00 on time, €0.00 late, €0.00 still open",
        "January 2026: €12.00 on time, €0.00 late, €0.00 still open. 100% paid on time",
        "February 2026: €0.00 on time, €7.00 late, €0.00 still open. 0% paid on time",
        "March 2026: €1.00 on time, €1.00 late, €0.00 still open. Too few to tell a rate",
        "April 2026: €9.00 on time, €3.00 late, €2.00 still open. 64% paid on time" } },
  };
  RelanceCurrencyFigures figures = make_figures ("EUR", 12, 100);
  g_autoptr (GtkWidget) card = g_object_ref_sink (g_object_new (RELANCE_TYPE_MONTHS_CARD, NULL));

  relance_months_card_set_figures (RELANCE_MONTHS_CARD (card), &figures, TODAY);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_measure (card, cases[i].measure);
      for (int bar = 0; bar < 5; bar++)
        gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_bar (card, bar)),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].spoken[bar]);
    }
  clear_figures (&figures);
}

/* The table follows what the bars count. */
static void
test_months_table (void)
{
  RelanceCurrencyFigures figures = make_figures ("EUR", 12, 100);
  g_autoptr (GtkWidget) card = g_object_ref_sink (g_object_new (RELANCE_TYPE_MONTHS_CARD, NULL));
  RelanceChartCard *chart = page_fixture_get_part (card, "card");
  g_autofree char *counts = NULL;
  g_autofree char *amounts = NULL;

  relance_months_card_set_figures (RELANCE_MONTHS_CARD (card), &figures, TODAY);
  counts = relance_figure_table_to_csv (relance_chart_card_get_table (chart));
  set_measure (card, "amount");
  amounts = relance_figure_table_to_csv (relance_chart_card_get_table (chart));

  g_assert_true (g_str_has_prefix (
    counts, "\xEF\xBB\xBF"
            "Fell Due In,On Time,Late,Still Open,Rate (%)\r\n"
            "2025-12,0,0,0,\r\n2026-01,12,0,0,100\r\n2026-02,0,7,0,0\r\n2026-03,1,1,0,\r\n"));
  g_assert_true (
    g_str_has_prefix (amounts, "\xEF\xBB\xBF"
                               "Fell Due In,On Time (EUR),Late (EUR),Still Open (EUR),Rate (%)\r\n"
                               "2025-12,0.00,0.00,0.00,\r\n2026-01,12.00,0.00,0.00,100\r\n"));
  clear_figures (&figures);
}

static void
assert_band (GtkWidget *card, const char *spoken)
{
  GtkWidget *bar = page_fixture_get_part (card, "bar");

  g_assert_nonnull (page_fixture_find (bar, GTK_TYPE_BUTTON, "tooltip-text", spoken));
}

/* What is open is 4 days apart, from 3 days ahead. */
static void
test_bands (void)
{
  RelanceCurrencyFigures figures = make_figures ("EUR", 1, 100);
  g_autoptr (GtkWidget) card = g_object_ref_sink (g_object_new (RELANCE_TYPE_AGEING_CARD, NULL));
  RelanceChartCard *chart = page_fixture_get_part (card, "card");
  g_autofree char *csv = NULL;

  relance_ageing_card_set_figures (RELANCE_AGEING_CARD (card), &figures, TODAY);
  csv = relance_figure_table_to_csv (relance_chart_card_get_table (chart));
  g_assert_cmpstr (csv, ==,
                   "\xEF\xBB\xBF"
                   "Age,How Many,Owed (EUR),Share (%)\r\n"
                   "Not due yet,1,1.00,2\r\n"
                   "1–30 days late,8,7.01,17\r\n"
                   "31–60 days late,7,7.00,17\r\n"
                   "61–90 days late,8,8.00,20\r\n"
                   "Over 90 days late,16,16.00,41\r\n");
  assert_band (card, "31–60 days late: €7.00 in 7 invoices");
  clear_figures (&figures);
}

static void
choose_cb (AdwDialog *dialog, const RelanceBands *bands, RelanceBands *chosen)
{
  *chosen = *bands;
}

static void
type_bands (AdwDialog *dialog, const char *const *ends)
{
  GtkWidget *root = page_fixture_get_part (dialog, "page");
  static const char *const titles[] = { "First band, up to (days late)",
                                        "Second band, up to (days late)",
                                        "Third band, up to (days late)" };

  for (int i = 0; i < 3; i++)
    gtk_editable_set_text (
      GTK_EDITABLE (page_fixture_find (root, ADW_TYPE_ENTRY_ROW, "title", titles[i])), ends[i]);
}

/* Only numbers of days in order can be applied. */
static void
test_bands_dialog (void)
{
  static const struct
  {
    const char *typed[3];
    RelanceBands chosen; /* the default when they cannot be */
  } cases[] = {
    { { "10", "20", "40" }, { { 10, 20, 40 } } },  { { " 7 ", "8", "3650" }, { { 7, 8, 3650 } } },
    { { "0", "20", "40" }, { { 30, 60, 90 } } },   { { "10", "20", "3651" }, { { 30, 60, 90 } } },
    { { "20", "20", "40" }, { { 30, 60, 90 } } },  { { "20", "40", "30" }, { { 30, 60, 90 } } },
    { { "", "20", "40" }, { { 30, 60, 90 } } },    { { "1.5", "20", "40" }, { { 30, 60, 90 } } },
    { { "ten", "20", "40" }, { { 30, 60, 90 } } },
  };

  GtkWidget *window = adw_window_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdwDialog)
        dialog = g_object_ref_sink (relance_bands_dialog_new (NULL, &relance_bands_default));
      RelanceBands chosen = relance_bands_default;

      adw_dialog_present (dialog, window);
      g_signal_connect (dialog, "bands-chosen", G_CALLBACK (choose_cb), &chosen);
      type_bands (dialog, cases[i].typed);
      gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
      for (int j = 0; j < RELANCE_N_BAND_ENDS; j++)
        g_assert_cmpint (chosen.ends[j], ==, cases[i].chosen.ends[j]);
      adw_dialog_force_close (dialog);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
fill_credits (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 id = page_fixture_add (book, "Atelier Durand", "F-1", 100000, "2026-06-01");
  RelanceCreditNote note = { .number = "A-1",
                             .amount = 5000,
                             .currency = "EUR",
                             .issued = relance_date_parse_iso ("2026-06-02") };
  g_autoptr (RelanceClient) client = relance_clients_find (book, "Atelier Durand", NULL);

  page_fixture_pay (book, id, 120000, "2026-06-01");
  note.client_id = client->id;
  relance_credit_notes_add (book, &note, NULL, &error);
  g_assert_no_error (error);
}

/* They stand beside the bands, and lower none of them. */
static void
test_credits (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) card = g_object_ref_sink (g_object_new (RELANCE_TYPE_AGEING_CARD, NULL));
  RelanceCurrencyFigures figures = make_figures ("EUR", 1, 100);
  GtkWidget *row;

  relance_ageing_card_set_desk (RELANCE_AGEING_CARD (card), fixture->desk);
  relance_ageing_card_set_figures (RELANCE_AGEING_CARD (card), &figures, TODAY);
  row = page_fixture_find (card, ADW_TYPE_ACTION_ROW, "title", "Credit notes not used yet");
  while (!gtk_widget_get_visible (row))
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (page_fixture_find (row, GTK_TYPE_LABEL, "label", "-€50.00"));
  row = page_fixture_find (card, ADW_TYPE_ACTION_ROW, "title", "Paid too much or in advance");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_nonnull (page_fixture_find (row, GTK_TYPE_LABEL, "label", "-€200.00"));
  g_assert_true (
    g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "of their clients") ||
    g_str_has_suffix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "of its client"));
  assert_band (card, "31–60 days late: €7.00 in 7 invoices");
  clear_figures (&figures);
}

static void
set_up (PageFixture *fixture, gconstpointer filler)
{
  page_fixture_set_up (fixture, filler);
}

static void
tear_down (PageFixture *fixture, gconstpointer data)
{
  page_fixture_tear_down (fixture);
}

static void
save_file (GBytes *file, const char *name)
{
  const char *folder = g_getenv ("RELANCE_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  gsize size;
  const char *content = g_bytes_get_data (file, &size);

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

/* Both charts can be saved, whatever they hold. */
static void
test_pictures (void)
{
  static const char *const currencies[] = { "EUR", "JPY", "TND" };

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      RelanceCurrencyFigures figures = make_figures (currencies[i], i == 0 ? 24 : 12, 1234567 * i);
      g_autoptr (GtkWidget)
        months = g_object_ref_sink (g_object_new (RELANCE_TYPE_MONTHS_CARD, NULL));
      g_autoptr (GtkWidget)
        ageing = g_object_ref_sink (g_object_new (RELANCE_TYPE_AGEING_CARD, NULL));
      GtkWidget *cards[] = { months, ageing };

      relance_months_card_set_figures (RELANCE_MONTHS_CARD (months), &figures, TODAY);
      relance_ageing_card_set_figures (RELANCE_AGEING_CARD (ageing), &figures, TODAY);
      if (i > 0)
        set_measure (months, "amount");
      for (gsize j = 0; j < G_N_ELEMENTS (cards); j++)
        {
          RelanceChartPicture picture =
            relance_chart_card_get_picture (page_fixture_get_part (cards[j], "card"));
          g_autoptr (GBytes) png = relance_chart_picture_to_png (&picture);
          g_autoptr (GBytes) svg = relance_chart_picture_to_svg (&picture);
          g_autofree char *name = g_strdup_printf ("saved-%s-%zu.png", currencies[i], j);

          g_assert_cmpuint (g_bytes_get_size (png), >, 1000);
          g_assert_cmpuint (g_bytes_get_size (svg), >, 1000);
          save_file (png, name);
        }
      clear_figures (&figures);
    }
}

/* Room and fonts are those of the program. */
static void
add_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/example/Relance/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
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
  add_style ();

  g_test_add_data_func ("/today-cards/months-extremes", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_months_extremes);
  g_test_add_data_func ("/today-cards/months-extremes-rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_months_extremes);
  g_test_add_func ("/today-cards/ageing-extremes", test_ageing_extremes);
  g_test_add_func ("/today-cards/months-speak", test_months_speak);
  g_test_add_func ("/today-cards/months-table", test_months_table);
  g_test_add_func ("/today-cards/pictures", test_pictures);
  g_test_add_func ("/today-cards/bands", test_bands);
  g_test_add_func ("/today-cards/bands-dialog", test_bands_dialog);
  g_test_add ("/today-cards/credits", PageFixture, fill_credits, set_up, test_credits, tear_down);

  return g_test_run ();
}
