/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-documents.h"
#include "page-fixture.h"
#include "today/relance-todo-facts.h"
#include "today/relance-todo-group.h"
#include "today/relance-todo-item.h"

#include <string.h>

static RelanceTodoFacts *
make_facts (void)
{
  RelanceTodoFacts *facts = g_new0 (RelanceTodoFacts, 1);

  facts->without_address = g_ptr_array_new_with_free_func (g_object_unref);
  facts->loose_ends = g_new0 (RelanceLooseEnds, 1);
  facts->loose_ends->credits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) relance_store_credit_free);
  return facts;
}

static void
add_credit (RelanceTodoFacts *facts, gint64 payment, const char *client, gint64 amount)
{
  RelanceStoreCredit *credit = g_new0 (RelanceStoreCredit, 1);

  credit->payment_id = payment;
  credit->client_name = g_strdup (client);
  g_strlcpy (credit->currency, "EUR", sizeof credit->currency);
  credit->amount = amount;
  g_ptr_array_add (facts->loose_ends->credits, credit);
}

static void
add_client (RelanceTodoFacts *facts, gint64 id, const char *name)
{
  RelanceClient *client = relance_client_new (name);

  client->id = id;
  g_ptr_array_add (facts->without_address, client);
}

/* The titles and subtitles, one line each. */
static char *
describe (const RelanceTodoFacts *facts)
{
  g_autoptr (GPtrArray) items = relance_todo_items_new (facts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const RelanceTodoItem *item = items->pdata[i];

      g_string_append_printf (text, "%s | %s | %s\n", item->title,
                              item->subtitle ? item->subtitle : "", item->verb ? item->verb : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_all_kinds (void)
{
  g_autoptr (RelanceTodoFacts) facts = make_facts ();
  g_autofree char *text = NULL;

  facts->ready = 2;
  facts->failed = 1;
  facts->unknown = 3;
  facts->documents = 1;
  facts->days_without_news = 9;
  add_credit (facts, 4, "Sample Studio", 12000);
  add_client (facts, 7, "Sample Bakery");
  text = describe (facts);
  g_assert_cmpstr (
    text, ==,
    "2 reminders are ready to review |  | Review\n"
    "€120.00 of Sample Studio counts towards no invoice | Something of theirs is still open. | "
    "Use\n"
    "1 message did not leave | The reason is in the outbox. | Look\n"
    "3 messages may or may not have left | Nothing is sent twice: you decide. | Look\n"
    "Sample Bakery has no mail address | Something is late, with nowhere to write to. | Complete\n"
    "No payment was entered for 9 days | Whoever is late may have paid since. | Import\n"
    "1 PDF waits for its invoice |  | Type\n");
}

/* Beyond three of a kind, the rest is one sentence. */
static void
test_many (void)
{
  g_autoptr (RelanceTodoFacts) facts = make_facts ();
  g_autofree char *text = NULL;

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %d", i);

      add_credit (facts, i, name, 100);
      add_client (facts, i, name);
    }
  text = describe (facts);
  g_assert_nonnull (strstr (text, "€1.00 of Client 3 counts towards no invoice | 2 more wait after "
                                  "these. | Use\n"));
  g_assert_null (strstr (text, "of Client 4"));
  g_assert_nonnull (strstr (text, "2 more late clients have no mail address |  | Look\n"));
}

static void
test_news_of_a_week (void)
{
  g_autoptr (RelanceTodoFacts) facts = make_facts ();
  g_autofree char *recent = NULL;
  g_autofree char *old = NULL;

  facts->days_without_news = 6;
  recent = describe (facts);
  g_assert_cmpstr (recent, ==,
                   "Nothing to chase. Enjoy your day! | Nobody owes you anything. | \n");
  facts->days_without_news = 7;
  old = describe (facts);
  g_assert_true (g_str_has_prefix (old, "No payment was entered for 7 days |"));
}

static void
test_nothing (void)
{
  g_autoptr (RelanceTodoFacts) facts = make_facts ();
  g_autofree char *first = NULL;
  g_autofree char *next = NULL;

  facts->empty = TRUE;
  first = describe (facts);
  g_assert_cmpstr (
    first, ==,
    "There is no invoice in the book yet | Import yours, and this page says who pays "
    "on time. | Import\n");
  facts->empty = FALSE;
  facts->next = relance_invoice_new ();
  facts->next->number = g_strdup ("F-7");
  facts->next->client_name = g_strdup ("Sample Studio");
  facts->next->due = relance_date_parse_iso ("2026-12-01");
  next = describe (facts);
  g_assert_cmpstr (
    next, ==,
    "Nothing to chase. Enjoy your day! | The next to come due is F-7 of Sample Studio, "
    "on December 1, 2026. | \n");
}

/* What was read from a book. */
static void
fill (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-1.7", 8);
  gint64 invoice = page_fixture_add (book, "Sample Studio", "F-1", 10000, "2026-10-01");

  page_fixture_add (book, "Sample Bakery", "F-2", 10000, "2026-12-01");
  page_fixture_pay (book, invoice, 12500, "2026-10-20");
  g_assert_cmpint (
    relance_documents_add (book, 0, "plain.pdf", "application/pdf", content, NULL, &error), >, 0);
  g_assert_no_error (error);
}

static void
test_of_a_book (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceTodoFacts) settled = NULL;
  g_autoptr (RelanceTodoFacts) owing = NULL;
  g_autoptr (RelanceBook) book = NULL;
  PageFixture fixture = { 0 };
  const RelanceStoreCredit *credit;

  page_fixture_set_up (&fixture, fill);
  book = page_fixture_open_book (&fixture);

  /* A credit of who owes nothing asks for nothing. */
  settled = relance_todo_facts_load (book, &error);
  g_assert_no_error (error);
  g_assert_cmpint (settled->documents, ==, 1);
  g_assert_cmpuint (settled->loose_ends->credits->len, ==, 0);
  g_assert_cmpint (settled->loose_ends->last_entry, ==,
                   relance_date_parse_iso (PAGE_FIXTURE_TODAY));
  g_assert_cmpstr (settled->next->number, ==, "F-2");

  page_fixture_add (book, "Sample Studio", "F-3", 30000, "2026-12-24");
  owing = relance_todo_facts_load (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (owing->loose_ends->credits->len, ==, 1);
  credit = owing->loose_ends->credits->pdata[0];
  g_assert_cmpstr (credit->client_name, ==, "Sample Studio");
  g_assert_cmpint (credit->amount, ==, 2500);

  g_clear_object (&book);
  page_fixture_tear_down (&fixture);
}

static GtkWidget *
find_button (GtkWidget *group, const char *title)
{
  GtkWidget *row = page_fixture_find (group, ADW_TYPE_ACTION_ROW, "title", title);

  g_assert_nonnull (row);
  return adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
}

/* New words on a row keep it; where rows come and go, the focus follows what it was on. */
static void
test_keeps_place (void)
{
  g_autoptr (RelanceTodoFacts) facts = make_facts ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *group = g_object_new (RELANCE_TYPE_TODO_GROUP, NULL);
  GtkWidget *button;

  gtk_window_set_child (GTK_WINDOW (window), group);
  gtk_window_present (GTK_WINDOW (window));
  facts->ready = 2;
  facts->failed = 1;
  relance_todo_group_set_facts (RELANCE_TODO_GROUP (group), facts);
  button = find_button (group, "1 message did not leave");
  gtk_widget_grab_focus (button);

  facts->failed = 2;
  relance_todo_group_set_facts (RELANCE_TODO_GROUP (group), facts);
  g_assert_true (find_button (group, "2 messages did not leave") == button);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == button);

  facts->ready = 0;
  facts->documents = 1;
  relance_todo_group_set_facts (RELANCE_TODO_GROUP (group), facts);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 find_button (group, "2 messages did not leave"));

  facts->failed = 0;
  relance_todo_group_set_facts (RELANCE_TODO_GROUP (group), facts);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 find_button (group, "1 PDF waits for its invoice"));
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

  g_test_add_func ("/todo/all-kinds", test_all_kinds);
  g_test_add_func ("/todo/many", test_many);
  g_test_add_func ("/todo/news-of-a-week", test_news_of_a_week);
  g_test_add_func ("/todo/nothing", test_nothing);
  g_test_add_func ("/todo/of-a-book", test_of_a_book);
  g_test_add_func ("/todo/keeps-place", test_keeps_place);

  return g_test_run ();
}
