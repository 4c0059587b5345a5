/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "page-fixture.h"
#include "relance-money.h"
#include "today/relance-as-of-button.h"
#include "today/relance-today-page.h"

#include <string.h>

typedef struct
{
  PageFixture page_fixture;
  GtkWidget *page;
  GtkWidget *window; /* NULL until the page is shown */
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
  if (fixture->window != NULL)
    {
      gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
    }
  g_clear_object (&fixture->page);
  page_fixture_tear_down (&fixture->page_fixture);
}

static void
show_page (Fixture *fixture)
{
  if (fixture->window != NULL)
    return;
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static GtkWidget *
get_figure (Fixture *fixture, const char *name)
{
  return page_fixture_get_part (page_fixture_get_part (fixture->page, "figures"), name);
}

static void
assert_opens (Fixture *fixture, const char *name, gboolean opens)
{
  GtkWidget *figure = get_figure (fixture, name);

  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (figure, "button")) == opens);
  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (figure, "plain")) == !opens);
}

/* Waits until a screen reader says this of a figure. */
static void
wait_for_name (Fixture *fixture, const char *name, const char *spoken)
{
  GtkAccessible *button = page_fixture_get_part (get_figure (fixture, name), "button");
  GtkAccessible *plain = page_fixture_get_part (get_figure (fixture, name), "plain");

  while (TRUE)
    {
      g_autofree char *problem =
        gtk_test_accessible_check_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);

      if (problem == NULL)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_test_accessible_assert_property (plain, GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

/* A month before, F-7 was not issued and five had fallen due. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  wait_for_name (fixture, "owed",
                 "€2,000 owed to you, in 2 invoices; €1,000 more than a month ago");
  wait_for_name (fixture, "overdue", "€1,000 of it late, with 1 client; As much as a month ago");
  wait_for_name (fixture, "rate",
                 "66% paid on time, 4 of 6 invoices and 66% of the amounts, over 12 months; "
                 "The same as a month ago");
  assert_opens (fixture, "owed", TRUE);
  assert_opens (fixture, "overdue", TRUE);
  assert_opens (fixture, "rate", TRUE);
}

/* Where any day can be typed, once somebody opens it. */
static GtkWidget *
open_days (Fixture *fixture)
{
  GtkWidget *as_of = page_fixture_get_part (fixture->page, "as_of");
  GtkMenuButton *button = page_fixture_get_part (as_of, "button");
  GtkWidget *picker;

  show_page (fixture);
  relance_as_of_button_open (RELANCE_AS_OF_BUTTON (as_of));
  picker = page_fixture_get_part (gtk_menu_button_get_popover (button), "picker");
  return page_fixture_get_part (picker, "entry");
}

static void
choose_day (Fixture *fixture, const char *typed)
{
  GtkWidget *entry = open_days (fixture);

  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
}

/* The whole page follows, says so, opens no list that it cannot show, and comes back. */
static void
test_other_day (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner = page_fixture_get_part (fixture->page, "other_day");

  g_assert_false (adw_banner_get_revealed (banner));
  choose_day (fixture, "2026-05-31");
  wait_for_name (fixture, "owed", "€1,000 owed to you, in 1 invoice; As much as a month before");
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, "The book as it was on May 31, 2026");
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (fixture->page, "todo")));
  assert_opens (fixture, "owed", FALSE);
  assert_opens (fixture, "overdue", FALSE);
  assert_opens (fixture, "rate", FALSE);
  g_assert_nonnull (page_fixture_find (fixture->page, GTK_TYPE_WIDGET, "tooltip-text",
                                       "May 2026: 1 on time, 0 late, none still open. "
                                       "Too few to tell a rate"));

  g_signal_emit_by_name (banner, "button-clicked");
  wait_for_name (fixture, "owed",
                 "€2,000 owed to you, in 2 invoices; €1,000 more than a month ago");
  g_assert_false (adw_banner_get_revealed (banner));
  assert_opens (fixture, "owed", TRUE);
}

static void
test_day_to_come (Fixture *fixture, gconstpointer data)
{
  AdwBanner *banner = page_fixture_get_part (fixture->page, "other_day");

  choose_day (fixture, "2026-12-24");
  wait_for_name (fixture, "overdue",
                 "€2,000 all of it late, with 1 client; €1,000 more than a month before");
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "The book as it will be on December 24, 2026 if nothing happens");
}

/* Before the first invoice there is a sentence, and no zeros. */
static void
test_before_everything (Fixture *fixture, gconstpointer data)
{
  GtkWidget *nothing = page_fixture_get_part (fixture->page, "nothing");

  choose_day (fixture, "2020-01-01");
  while (!gtk_widget_get_visible (nothing))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (fixture->page, "figures")));
}

/* What is no day changes nothing, and a sentence says so. */
static void
test_no_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = open_days (fixture);
  GtkWidget *note = page_fixture_get_part (gtk_widget_get_parent (entry), "note");

  gtk_editable_set_text (GTK_EDITABLE (entry), "whenever");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (gtk_widget_get_visible (note));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (gtk_widget_get_visible (note));
}

/* What says how a figure is computed, once somebody asks. The page is shown. */
static GtkPopover *
open_explanation (Fixture *fixture, const char *figure)
{
  GtkWidget *explain = page_fixture_get_part (get_figure (fixture, figure), "explain");
  GtkMenuButton *button = page_fixture_get_part (explain, "button");

  g_assert_true (gtk_widget_get_visible (explain));
  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  g_assert_nonnull (gtk_menu_button_get_popover (button));
  return gtk_menu_button_get_popover (button);
}

static const char *
get_sum (GtkPopover *explanation)
{
  return gtk_label_get_label (page_fixture_get_part (explanation, "sum"));
}

static void
test_explained (Fixture *fixture, gconstpointer data)
{
  show_page (fixture);
  g_assert_cmpstr (get_sum (open_explanation (fixture, "rate")), ==,
                   "4 on time ÷ (4 on time + 1 late + 1 still open) = 66%\n"
                   "By amount: €4,000.00 ÷ €6,000.00 = 66%");
}

/* After the first figures, each with its value and its explanation. */
static void
test_further (Fixture *fixture, gconstpointer data)
{
  GtkWidget *more = page_fixture_get_part (fixture->page, "more");
  GtkWidget *row;

  g_assert_false (gtk_widget_get_visible (more));
  while (!gtk_widget_get_visible (more))
    g_main_context_iteration (NULL, TRUE);
  row = page_fixture_find (more, ADW_TYPE_ACTION_ROW, "title", "Days Late, the Median");
  g_assert_nonnull (page_fixture_find (row, GTK_TYPE_LABEL, "label", "0 days"));
  row = page_fixture_find (more, ADW_TYPE_ACTION_ROW, "title", "Days Late, by Amount");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "At least 13.8 days with what is late and still open");
  g_assert_nonnull (
    page_fixture_find (row, GTK_TYPE_MENU_BUTTON, "tooltip-text", "How is this computed?"));
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
  wait_for_row (fixture, "There is no invoice in the book yet");
}

static void
add_in (RelanceBook *book, const char *number, gint64 total, const char *currency, const char *due)
{
  g_autoptr (GError) error = NULL;
  gint64 id = page_fixture_add (book, "Sample Studio", number, total, due);
  g_autoptr (RelanceInvoice) invoice = relance_invoices_get (book, id, &error);

  g_strlcpy (invoice->currency, currency, sizeof invoice->currency);
  relance_invoices_save (book, invoice, NULL, &error);
  g_assert_no_error (error);
}

static void
fill_one (RelanceBook *book)
{
  page_fixture_add (book, "Sample Studio", "F-1", 100000, "2026-12-10");
}

static gboolean
says_nothing (Fixture *fixture, const char *card)
{
  GtkWidget *part = page_fixture_get_part (fixture->page, card);

  return gtk_widget_get_visible (page_fixture_get_part (part, "nothing"));
}

static void
test_one (Fixture *fixture, gconstpointer data)
{
  wait_for_name (fixture, "owed", "€1,000 owed to you, in 1 invoice");
  wait_for_name (fixture, "overdue", "€0 of it late, nobody is late");
  wait_for_name (fixture, "rate",
                 "– paid on time, no invoice fell due in these months: too few to tell");
  assert_opens (fixture, "owed", TRUE);
  assert_opens (fixture, "overdue", FALSE);
  assert_opens (fixture, "rate", FALSE);
  g_assert_true (says_nothing (fixture, "months"));
  g_assert_false (says_nothing (fixture, "ageing"));
  wait_for_row (fixture, "Nothing to chase. Enjoy your day!");
}

static void
fill_paid (RelanceBook *book)
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("F-%d", i);
      gint64 id = page_fixture_add (book, "Sample Studio", number, 100000, "2026-05-10");

      page_fixture_pay (book, id, 100000, "2026-05-10");
    }
}

static void
test_all_paid (Fixture *fixture, gconstpointer data)
{
  wait_for_name (fixture, "owed", "€0 owed to you, everything is paid");
  wait_for_name (fixture, "rate",
                 "100% paid on time, 5 of 5 invoices and 100% of the amounts, over 12 months; "
                 "The same as a month ago");
  assert_opens (fixture, "owed", FALSE);
  g_assert_false (says_nothing (fixture, "months"));
  g_assert_true (says_nothing (fixture, "ageing"));
  wait_for_row (fixture, "Nothing to chase. Enjoy your day!");
}

static void
fill_late (RelanceBook *book)
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *number = g_strdup_printf ("F-%d", i);

      page_fixture_add (book, "Sample Studio", number, 100000, "2026-08-10");
    }
}

static void
test_all_late (Fixture *fixture, gconstpointer data)
{
  wait_for_name (fixture, "overdue",
                 "€5,000 all of it late, with 1 client; As much as a month ago");
  wait_for_name (fixture, "rate",
                 "0% paid on time, 0 of 5 invoices and 0% of the amounts, over 12 months; "
                 "The same as a month ago");
  assert_opens (fixture, "rate", FALSE);
}

static void
fill_yen (RelanceBook *book)
{
  add_in (book, "F-1", 123456, "JPY", "2026-10-01");
}

/* No decimals, neither in figures nor in what explains them. */
static void
test_yen (Fixture *fixture, gconstpointer data)
{
  wait_for_name (fixture, "owed", "¥123,456 owed to you, in 1 invoice; As much as a month ago");
  show_page (fixture);
  g_assert_cmpstr (get_sum (open_explanation (fixture, "owed")), ==,
                   "¥0 not late + ¥123,456 late = ¥123,456");
}

static void
fill_dinars (RelanceBook *book)
{
  add_in (book, "F-1", 1234567, "TND", "2026-10-01");
}

static void
test_dinars (Fixture *fixture, gconstpointer data)
{
  g_autofree char *amount = relance_money_format (1234567, "TND", NULL);
  g_autofree char *zero = relance_money_format (0, "TND", NULL);
  g_autofree char *expected = g_strdup_printf ("%s not late + %s late = %s", zero, amount, amount);

  g_assert_nonnull (strstr (amount, "1,234.567"));
  show_page (fixture);
  g_assert_cmpstr (get_sum (open_explanation (fixture, "owed")), ==, expected);
}

static void
fill_two (RelanceBook *book)
{
  fill (book);
  add_in (book, "U-1", 5000, "USD", "2026-12-01");
}

/* Each by itself, chosen by hand; the choice stays when the book changes. */
static void
test_two_currencies (Fixture *fixture, gconstpointer data)
{
  GtkDropDown *currency = page_fixture_get_part (fixture->page, "currency");

  wait_for_name (fixture, "owed",
                 "€2,000 owed to you, in 2 invoices; €1,000 more than a month ago");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (currency)));
  gtk_drop_down_set_selected (currency, 1);
  wait_for_name (fixture, "owed", "$50 owed to you, in 1 invoice");
  wait_for_name (fixture, "overdue", "$0 of it late, nobody is late in USD");
  g_signal_emit_by_name (fixture->page_fixture.desk, "changed");
  wait_for_name (fixture, "owed", "$50 owed to you, in 1 invoice");
}

static gpointer
add_another (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  page_fixture_add (book, "Sample Bakery", "F-8", 50000, "2026-12-20");
  return NULL;
}

/* What another thread or program writes is on the page without anybody asking, and whatever was
 * open or scrolled stays as it was. */
static void
test_follows_the_book (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = page_fixture_get_part (get_figure (fixture, "owed"), "button");
  GtkPopover *explanation;

  show_page (fixture);
  gtk_widget_grab_focus (button);
  wait_for_name (fixture, "owed",
                 "€2,000 owed to you, in 2 invoices; €1,000 more than a month ago");
  explanation = open_explanation (fixture, "owed");

  relance_desk_run_async (fixture->page_fixture.desk, RELANCE_LANE_BOOK, add_another, NULL, NULL,
                          NULL, NULL, NULL, NULL);
  wait_for_name (fixture, "owed",
                 "€2,500 owed to you, in 3 invoices; €1,500 more than a month ago");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (explanation)));
  g_assert_true (g_str_has_prefix (get_sum (explanation), "€1,500.00 not late + €1,000.00 late"));
  gtk_popover_popdown (explanation);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL);
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
  g_test_add ("/today/other-day", Fixture, fill, set_up, test_other_day, tear_down);
  g_test_add ("/today/day-to-come", Fixture, fill, set_up, test_day_to_come, tear_down);
  g_test_add ("/today/before-everything", Fixture, fill, set_up, test_before_everything, tear_down);
  g_test_add ("/today/no-day", Fixture, fill, set_up, test_no_day, tear_down);
  g_test_add ("/today/explained", Fixture, fill, set_up, test_explained, tear_down);
  g_test_add ("/today/further", Fixture, fill, set_up, test_further, tear_down);
  g_test_add ("/today/bars", Fixture, fill, set_up, test_bars, tear_down);
  g_test_add ("/today/to-do", Fixture, fill, set_up, test_to_do, tear_down);
  g_test_add ("/today/nothing", Fixture, fill_nothing, set_up, test_nothing, tear_down);
  g_test_add ("/today/one", Fixture, fill_one, set_up, test_one, tear_down);
  g_test_add ("/today/all-paid", Fixture, fill_paid, set_up, test_all_paid, tear_down);
  g_test_add ("/today/all-late", Fixture, fill_late, set_up, test_all_late, tear_down);
  g_test_add ("/today/yen", Fixture, fill_yen, set_up, test_yen, tear_down);
  g_test_add ("/today/dinars", Fixture, fill_dinars, set_up, test_dinars, tear_down);
  g_test_add ("/today/two-currencies", Fixture, fill_two, set_up, test_two_currencies, tear_down);
  g_test_add ("/today/follows", Fixture, fill, set_up, test_follows_the_book, tear_down);
  g_test_add ("/today/narrow", Fixture, fill, set_up, test_narrow, tear_down);

  return g_test_run ();
}
