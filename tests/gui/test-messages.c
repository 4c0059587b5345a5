/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outbox and what was sent, with one message approved on a Sunday. */

#include "config.h"

#include "messages/relance-message-dialog.h"
#include "messages/relance-message-row.h"
#include "messages/relance-outbox-page.h"
#include "messages/relance-sent-page.h"
#include "messages/relance-withdrawals.h"
#include "page-fixture.h"
#include "relance-accounts.h"
#include "relance-paged-list.h"
#include "relance-reminders.h"
#include "relance-store-messages.h"

typedef struct
{
  PageFixture book;
  GtkWindow *window;
} Fixture;

static void
prepare_client (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBusiness) business = relance_business_load (book, &error);
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Durand");

  g_assert_no_error (error);
  relance_business_set (business, "email", "camille@studio-nord.example", &error);
  relance_business_save (book, business, &error);
  g_assert_no_error (error);
  client->email = g_strdup ("compta@durand.example");
  relance_clients_save (book, client, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (RelanceBook *book)
{
  RelanceDraftRequest request = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = NULL;
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (RelanceMessage) message = NULL;

  prepare_client (book);
  page_fixture_add (book, "Atelier Durand", "F-042", 120000, "2026-10-22");
  client = relance_clients_find (book, "Atelier Durand", &error);
  g_assert_no_error (error);
  request.client_id = client->id;
  draft = relance_reminders_draft (book, &request, &error);
  g_assert_no_error (error);
  message = relance_outbox_approve (book, draft, RELANCE_UNDO_SECONDS, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  page_fixture_set_up (&fixture->book, fill);
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 360, 640);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  page_fixture_tear_down (&fixture->book);
}

static RelanceMessage *
get_message (RelanceBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = relance_outbox_list (book, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (messages->len, ==, 1);
  return relance_outbox_get (book, ((RelanceMessage *) messages->pdata[0])->id, NULL);
}

static void
test_outbox (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (relance_outbox_page_new (fixture->book.desk));
  GtkWidget *list = page_fixture_get_part (page, "list");
  GtkWidget *button = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  page_fixture_wait (page, "stack", "list");
  g_assert_nonnull (page_fixture_find (list, GTK_TYPE_LABEL, "label", "Atelier Durand"));

  button = page_fixture_find (list, GTK_TYPE_BUTTON, "label", "Take Back");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  page_fixture_wait (page, "stack", "nothing");
}

static void
note_changed_cb (RelancePlace *place, GParamSpec *pspec, gboolean *changed)
{
  *changed = TRUE;
}

/* The rows are read anew whenever something happens: the focus stays where it is in them. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (relance_outbox_page_new (fixture->book.desk));
  GtkListView *list = page_fixture_get_part (page, "list");
  g_autoptr (RelancePlace) place = NULL;
  gboolean changed = FALSE;
  GtkWidget *button;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  page_fixture_wait (page, "stack", "list");
  button = page_fixture_find (GTK_WIDGET (list), GTK_TYPE_BUTTON, "label", "Take Back");
  gtk_widget_grab_focus (button);
  place = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), 0);
  g_signal_connect (place, "notify::record", G_CALLBACK (note_changed_cb), &changed);

  g_signal_emit_by_name (fixture->book.desk, "outbox-changed");
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_window_get_focus (fixture->window) == button);
}

static void
set_state (RelanceBook *book, RelanceMessage *message, RelanceMessageState state)
{
  RelanceMessageState before = message->state;
  g_autoptr (GError) error = NULL;

  message->state = state;
  relance_store_move_message (relance_book_get_store (book), message, before, NULL, &error);
  g_assert_no_error (error);
}

/* What can be done with a message is what its state lets be done. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (relance_outbox_page_new (fixture->book.desk));
  GtkWidget *list = page_fixture_get_part (page, "list");
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceMessage) message = get_message (book);

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  page_fixture_wait (page, "stack", "list");
  g_assert_nonnull (page_fixture_find (list, GTK_TYPE_BUTTON, "label", "Take Back"));
  set_state (book, message, RELANCE_MESSAGE_UNKNOWN);

  g_signal_emit_by_name (fixture->book.desk, "outbox-changed");
  while (page_fixture_find (list, GTK_TYPE_BUTTON, "label", "It Was Sent") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (page_fixture_find (list, GTK_TYPE_BUTTON, "label", "Take Back"));
}

static const char *
get_text (GtkWidget *row, const char *name)
{
  return gtk_label_get_label (page_fixture_get_part (row, name));
}

/* When it leaves is said once, and why then. */
static void
test_hours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceMessage) message = get_message (book);
  RelanceDate today = relance_clock_get_today (fixture->book.clock);
  g_autoptr (GtkWidget) row = g_object_ref_sink (relance_message_row_new (NULL));

  g_set_str (&message->reason, "hours");
  relance_message_row_show (RELANCE_MESSAGE_ROW (row), message, today);
  g_assert_cmpstr (get_text (row, "state"), ==,
                   "Approved · leaves tomorrow at 9:00, in working hours");
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (row, "reason")));

  g_set_str (&message->reason, "no-connection");
  message->state = RELANCE_MESSAGE_WAITING;
  relance_message_row_show (RELANCE_MESSAGE_ROW (row), message, today);
  g_assert_null (strstr (get_text (row, "state"), "working hours"));
  g_assert_true (gtk_widget_get_visible (page_fixture_get_part (row, "reason")));
}

/* The page of what was sent, with the message, which was taken back. */
static GtkWidget *
show_sent (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (relance_sent_page_new (fixture->book.desk));
  g_autoptr (RelanceBook) book = NULL;
  g_autoptr (RelanceMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  page_fixture_wait (page, "stack", "nothing");

  book = page_fixture_open_book (&fixture->book);
  message = get_message (book);
  relance_outbox_take_back (book, message->id, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (fixture->book.desk, "outbox-changed");
  page_fixture_wait (page, "stack", "list");
  return page;
}

static void
test_sent (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = page_fixture_get_part (show_sent (fixture), "list");

  g_assert_nonnull (page_fixture_find (list, GTK_TYPE_LABEL, "label", "Atelier Durand"));
}

/* What was sent is found by whom it went to, and by the invoices that it was about. */
static void
test_search_sent (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_sent (fixture);
  GtkEditable *search = page_fixture_get_part (page, "search");

  gtk_widget_activate_action (page, "page.search", NULL);
  gtk_editable_set_text (search, "nobody");
  page_fixture_wait (page, "stack", "not-found");
  gtk_editable_set_text (search, "f-042 durand");
  page_fixture_wait (page, "stack", "list");
  gtk_editable_set_text (search, "");
  page_fixture_wait (page, "stack", "list");
}

static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceMessage) message = get_message (book);
  g_autoptr (GPtrArray) attempts = relance_outbox_attempts (book, message->id, NULL);
  RelanceMailbagItem item = { .message = message, .attempts = attempts };
  AdwDialog *dialog = NULL;

  dialog = relance_message_dialog_new (&item, relance_clock_get_today (fixture->book.clock));
  g_object_ref_sink (dialog);
  g_assert_cmpstr (gtk_label_get_label (page_fixture_get_part (dialog, "text")), ==, message->text);
  g_assert_nonnull (
    strstr (gtk_label_get_label (page_fixture_get_part (dialog, "to")), "compta@durand.example"));
  g_assert_false (gtk_widget_get_visible (page_fixture_get_part (dialog, "file_buttons")));
  g_object_unref (dialog);
}

static void
withdrawn_cb (char **told, const char *text)
{
  g_set_str (told, text);
}

static void
wait_for_lane (Fixture *fixture)
{
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (relance_outbox_page_new (fixture->book.desk)));

  adw_window_set_content (ADW_WINDOW (fixture->window), page);
  page_fixture_wait (page, "stack", "list");
  g_object_unref (page);
}

/* What is paid between approval and departure is withdrawn, and told. */
static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RelanceWithdrawals) watch = relance_withdrawals_new (fixture->book.desk);
  g_autoptr (RelanceBook) book = page_fixture_open_book (&fixture->book);
  g_autoptr (RelanceMessage) message = get_message (book);
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_signal_connect_swapped (watch, "withdrawn", G_CALLBACK (withdrawn_cb), &told);
  wait_for_lane (fixture);
  page_fixture_pay (book, g_array_index (message->debts, RelanceMessageDebt, 0).invoice_id, 120000,
                    "2026-11-22");
  report = relance_outbox_send (book, NULL, &error);
  g_assert_no_error (error);

  g_signal_emit_by_name (fixture->book.desk, "outbox-changed");
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (told, "Atelier Durand"));
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

  g_test_add ("/messages/outbox", Fixture, NULL, set_up, test_outbox, tear_down);
  g_test_add ("/messages/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/messages/buttons", Fixture, NULL, set_up, test_buttons, tear_down);
  g_test_add ("/messages/hours", Fixture, NULL, set_up, test_hours, tear_down);
  g_test_add ("/messages/sent", Fixture, NULL, set_up, test_sent, tear_down);
  g_test_add ("/messages/search-sent", Fixture, NULL, set_up, test_search_sent, tear_down);
  g_test_add ("/messages/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/messages/withdrawn", Fixture, NULL, set_up, test_withdrawn, tear_down);
  return g_test_run ();
}
