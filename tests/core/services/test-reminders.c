/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-accounts.h"
#include "relance-reminders.h"

#include "book-fixture.h"

#include <string.h>

#define TODAY "2026-11-24" /* a Tuesday */

/* A client called Atelier Durand, with an address. */
static gint64
add_client (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Durand");
  gint64 id;

  client->email = g_strdup ("lea@durand.example");
  client->first_name = g_strdup ("Léa");
  client->last_name = g_strdup ("Durand");
  client->title = RELANCE_TITLE_MADAME;
  id = relance_clients_save (fixture->book, client, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_invoice (BookFixture *fixture, gint64 client, const char *number, gint64 total, const char *due)
{
  return book_fixture_add_invoice (fixture, client, number, total, "EUR", "2026-01-02", due);
}

static void
set_business (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBusiness) business = relance_business_load (fixture->book, &error);

  g_assert_no_error (error);
  relance_business_take (business, RELANCE_BUSINESS_NAME, g_strdup ("Studio Nord"));
  relance_business_take (business, RELANCE_BUSINESS_EMAIL,
                         g_strdup ("camille@studio-nord.example"));
  relance_business_take (business, RELANCE_BUSINESS_IBAN, g_strdup ("FR7630006000011234567890189"));
  g_assert_true (relance_business_save (fixture->book, business, &error));
}

static void
set_up (BookFixture *fixture)
{
  book_fixture_set_up (fixture, TODAY);
  set_business (fixture);
}

static void
run_sql (BookFixture *fixture, const char *format, ...)
{
  sqlite3 *db = NULL;
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  sqlite3_close (db);
}

/* As the outbox leaves it: a message at ten in the morning about one invoice. */
static void
add_message (BookFixture *fixture,
             gint64 client,
             gint64 invoice,
             const char *stage,
             const char *state,
             const char *date)
{
  g_autofree char *id = g_uuid_string_random ();
  gint64 at = relance_clock_to_utc (relance_date_parse_iso (date), 600);

  run_sql (
    fixture,
    "INSERT INTO message (id, client_id, client_name, to_address, to_name, from_address, from_name,"
    " subject, text, html, stage, tone, address, language, message_id, provider, request,"
    " approved_at, not_before, state, done_at) VALUES ('%s', %" G_GINT64_FORMAT
    ", 'c', 't', 't', 'f', 'f', 's', 't', 'h', '%s', 'formal', 'vous', 'fr', '<%s>', 'folder', "
    "x'00',"
    " %" G_GINT64_FORMAT ", 0, '%s', %" G_GINT64_FORMAT ");"
    "INSERT INTO message_debt SELECT '%s', id, invoice_id, 'n', amount FROM instalment"
    " WHERE invoice_id = %" G_GINT64_FORMAT ";",
    id, client, stage, id, at, state, strcmp (state, "accepted") == 0 ? at : G_GINT64_CONSTANT (0),
    id, invoice);
}

static GPtrArray *
list_due (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *queue = relance_reminders_due (fixture->book, &error);

  g_assert_no_error (error);
  return queue;
}

static RelanceDraft *
draw_up (BookFixture *fixture, gint64 client, gint64 invoice)
{
  g_autoptr (GError) error = NULL;
  RelanceDraftRequest request = { .client_id = client, .invoice_id = invoice };
  RelanceDraft *draft = relance_reminders_draft (fixture->book, &request, &error);

  g_assert_no_error (error);
  return draft;
}

static const char *
get_kind (GPtrArray *notes, guint index)
{
  return notes->len > index ? ((RelanceGuardNote *) notes->pdata[index])->kind : NULL;
}

typedef struct
{
  const char *name;
  const char *due;
  struct
  {
    const char *stage, *state, *date;
  } messages[4];
  RelanceStage stage;
  const char *why;
  const char *blocked; /* what it starts with, or NULL */
} DueCase;

static const DueCase due_cases[] = {
  { "one day",
    "2026-11-23",
    { { 0 } },
    RELANCE_STAGE_FIRST,
    "1 day late. The transfer may",
    "A transfer takes a day or two: a reminder may leave from November 26, 2026" },
  { "six days",
    "2026-11-18",
    { { 0 } },
    RELANCE_STAGE_FIRST,
    "6 days late. No reminder yet: this is usually a slip.",
    NULL },
  { "very old",
    "2026-05-08",
    { { 0 } },
    RELANCE_STAGE_FIRST,
    "200 days late and never reminded",
    NULL },
  { "29 February",
    "2024-02-29",
    { { 0 } },
    RELANCE_STAGE_FIRST,
    "999 days late and never reminded",
    NULL },
  { "first a week ago",
    "2026-10-24",
    { { "first", "accepted", "2026-11-17" } },
    RELANCE_STAGE_SECOND,
    "31 days late. First reminder on November 17, 2026, not settled since.",
    NULL },
  { "handed over counts",
    "2026-10-24",
    { { "first", "handed-over", "2026-11-17" } },
    RELANCE_STAGE_SECOND,
    "31 days late. First reminder on November 17",
    NULL },
  { "first yesterday",
    "2026-10-24",
    { { "first", "accepted", "2026-11-23" } },
    RELANCE_STAGE_SECOND,
    "31 days late. First reminder on November 23",
    "A message left less than a week ago: the next one may leave on November 30, 2026" },
  { "first today",
    "2026-10-24",
    { { "first", "accepted", TODAY } },
    RELANCE_STAGE_SECOND,
    "31 days late. First reminder on November 24",
    "A message left for this client today" },
  { "both",
    "2026-09-24",
    { { "first", "accepted", "2026-10-01" }, { "second", "accepted", "2026-11-16" } },
    RELANCE_STAGE_SECOND,
    "61 days late. Both reminders have left, the last one on November 16",
    "Both reminders have left, the last one on November 16" },
  { "both, and silence",
    "2026-09-24",
    { { "first", "accepted", "2026-10-01" }, { "second", "accepted", "2026-11-10" } },
    RELANCE_STAGE_THIRD,
    "61 days late. Second reminder on November 10, 2026, not settled since.",
    NULL },
  { "all of them",
    "2026-08-24",
    { { "first", "accepted", "2026-09-01" },
      { "second", "accepted", "2026-09-20" },
      { "third", "accepted", "2026-10-20" } },
    RELANCE_STAGE_THIRD,
    "92 days late. Every reminder of the plan has left, the last one on October 20",
    "Every reminder of the plan has left, the last one on October 20, 2026. What remains is" },
  { "withdrawn does not count",
    "2026-11-18",
    { { "first", "withdrawn", TODAY } },
    RELANCE_STAGE_FIRST,
    "6 days late. No reminder yet",
    NULL },
  { "refused does not count",
    "2026-11-18",
    { { "first", "refused", TODAY } },
    RELANCE_STAGE_FIRST,
    "6 days late. No reminder yet",
    NULL },
  { "approved",
    "2026-11-18",
    { { "first", "approved", TODAY } },
    RELANCE_STAGE_FIRST,
    "6 days late",
    "A message to this client is still in the outbox" },
  { "waiting",
    "2026-11-18",
    { { "first", "waiting", "2026-11-01" } },
    RELANCE_STAGE_FIRST,
    "6 days late",
    "A message to this client is still in the outbox" },
  { "unknown",
    "2026-11-18",
    { { "first", "unknown", "2026-11-01" } },
    RELANCE_STAGE_FIRST,
    "6 days late",
    "A message to this client is still in the outbox" },
};

static void
test_due_case (gconstpointer data)
{
  const DueCase *test = data;
  g_autoptr (GPtrArray) queue = NULL;
  g_autoptr (RelanceDraft) draft = NULL;
  BookFixture fixture;
  RelanceDue *due;
  gint64 client, invoice;

  set_up (&fixture);
  client = add_client (&fixture);
  invoice = add_invoice (&fixture, client, "F-042", 120000, test->due);
  for (int i = 0; test->messages[i].stage != NULL; i++)
    add_message (&fixture, client, invoice, test->messages[i].stage, test->messages[i].state,
                 test->messages[i].date);

  queue = list_due (&fixture);
  g_assert_cmpuint (queue->len, ==, 1);
  due = queue->pdata[0];
  g_test_message ("%s | %s", due->why, due->blocked);
  g_assert_cmpint (due->stage, ==, test->stage);
  g_assert_true (g_str_has_prefix (due->why, test->why));
  g_assert_cmpint (due->blocked != NULL, ==, test->blocked != NULL);
  if (test->blocked != NULL)
    g_assert_true (g_str_has_prefix (due->blocked, test->blocked));

  /* What blocks the row stops the draft, with the same words. */
  draft = draw_up (&fixture, client, 0);
  g_assert_cmpuint (draft->stops->len, ==, test->blocked != NULL ? 1 : 0);
  if (test->blocked != NULL)
    g_assert_cmpstr (((RelanceGuardNote *) draft->stops->pdata[0])->text, ==, due->blocked);
  g_assert_cmpuint (draft->warnings->len, ==, 0);

  book_fixture_tear_down (&fixture);
}

static void
test_queue (void)
{
  g_autoptr (GPtrArray) queue = NULL;
  BookFixture fixture;
  gint64 small, large, silent, early, paid;

  set_up (&fixture);
  small = add_client (&fixture);
  large = add_client (&fixture);
  silent = book_fixture_add_client (&fixture, "Sans adresse");
  early = add_client (&fixture);
  paid = add_client (&fixture);
  add_invoice (&fixture, small, "A-1", 10000, "2026-11-10");
  add_invoice (&fixture, large, "B-1", 300000, "2026-11-10");
  add_invoice (&fixture, large, "B-2", 5000, "2026-11-01");
  add_invoice (&fixture, large, "B-3", 5000, TODAY);
  add_invoice (&fixture, silent, "C-1", 900000, "2026-11-10");
  add_invoice (&fixture, early, "D-1", 10000, TODAY);
  book_fixture_add_payment (&fixture, add_invoice (&fixture, paid, "E-1", 10000, "2026-11-10"),
                            10000, "2026-11-20");

  queue = list_due (&fixture);
  g_assert_cmpuint (queue->len, ==, 3);
  g_assert_cmpint (((RelanceDue *) queue->pdata[0])->client->id, ==, large);
  g_assert_cmpuint (((RelanceDue *) queue->pdata[0])->invoices->len, ==, 2);
  g_assert_cmpstr (
    ((RelanceInvoice *) ((RelanceDue *) queue->pdata[0])->invoices->pdata[0])->number, ==, "B-2");
  g_assert_cmpint (((RelanceDue *) queue->pdata[1])->client->id, ==, small);
  g_assert_cmpint (((RelanceDue *) queue->pdata[2])->client->id, ==, silent);
  g_assert_cmpstr (((RelanceDue *) queue->pdata[2])->blocked, ==,
                   "This client has no mail address.");

  book_fixture_tear_down (&fixture);
}

static void
test_draft (void)
{
  g_autoptr (RelanceDraft) draft = NULL;
  g_autofree char *html = NULL;
  BookFixture fixture;
  gint64 client, invoice;

  set_up (&fixture);
  client = add_client (&fixture);
  invoice = add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  book_fixture_add_payment (&fixture, invoice, 20000, "2026-11-01");
  draft = draw_up (&fixture, client, 0);
  html = relance_draft_to_html (draft);

  g_assert_cmpstr (draft->to, ==, "lea@durand.example");
  g_assert_cmpstr (draft->to_name, ==, "Léa Durand");
  g_assert_cmpstr (draft->from, ==, "camille@studio-nord.example");
  g_assert_cmpstr (draft->from_name, ==, "Studio Nord");
  g_assert_null (draft->account_id);
  g_assert_cmpint (draft->stage, ==, RELANCE_STAGE_FIRST);
  g_assert_false (draft->edited);
  g_assert_cmpuint (draft->debts->len, ==, 1);
  g_assert_cmpint (g_array_index (draft->debts, RelanceMessageDebt, 0).balance, ==, 100000);
  g_assert_cmpint (g_array_index (draft->debts, RelanceMessageDebt, 0).invoice_id, ==, invoice);
  g_assert_nonnull (strstr (draft->subject, "1\u202f000,00\u00a0€"));
  g_assert_nonnull (strstr (draft->text, "1\u202f000,00\u00a0€ sur 1\u202f200,00\u00a0€"));
  g_assert_nonnull (strstr (draft->text, "FR76\u00a03000"));
  g_assert_nonnull (strstr (html, "<html lang=\"fr\">"));

  book_fixture_tear_down (&fixture);
}

static void
test_sender (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceSender)
    sender = relance_sender_new ("compta@studio-nord.example", "Comptabilité");
  g_autoptr (RelanceDraft) draft = NULL;
  BookFixture fixture;
  gint64 client;

  set_up (&fixture);
  sender->voice = RELANCE_VOICE_NEUTRAL;
  sender->reply_to = g_strdup ("camille@studio-nord.example");
  relance_senders_add (fixture.book, sender, &error);
  g_assert_no_error (error);
  client = add_client (&fixture);
  add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  draft = draw_up (&fixture, client, 0);

  g_assert_cmpstr (draft->from, ==, "compta@studio-nord.example");
  g_assert_cmpstr (draft->from_name, ==, "Comptabilité");
  g_assert_cmpstr (draft->reply_to, ==, "camille@studio-nord.example");
  g_assert_nonnull (strstr (draft->text, "nos comptes"));
  g_assert_true (g_str_has_suffix (draft->text, "Comptabilité\nStudio Nord"));

  book_fixture_tear_down (&fixture);
}

static void
test_request (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraft) draft = NULL;
  BookFixture fixture;
  RelanceDraftRequest request = { .stage = RELANCE_STAGE_SECOND,
                                  .tone = RELANCE_TONE_FORMAL,
                                  .address = RELANCE_ADDRESS_TU,
                                  .language = RELANCE_LANGUAGE_FR };
  gint64 client;

  set_up (&fixture);
  client = add_client (&fixture);
  request.invoice_id = add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  add_invoice (&fixture, client, "F-045", 72000, "2026-11-01");
  draft = relance_reminders_draft (fixture.book, &request, &error);
  g_assert_no_error (error);

  g_assert_cmpint (draft->client_id, ==, client);
  g_assert_cmpint (draft->stage, ==, RELANCE_STAGE_SECOND);
  g_assert_cmpint (draft->address, ==, RELANCE_ADDRESS_VOUS);
  g_assert_cmpuint (draft->debts->len, ==, 1);
  g_assert_null (strstr (draft->text, "F-045"));
  g_assert_cmpuint (draft->stops->len, ==, 0);

  book_fixture_tear_down (&fixture);
}

/* Due today is not late: a letter can be drawn up, and does not leave. */
static void
test_due_today (void)
{
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (GPtrArray) queue = NULL;
  BookFixture fixture;
  gint64 client, invoice;

  set_up (&fixture);
  client = add_client (&fixture);
  invoice = add_invoice (&fixture, client, "F-042", 120000, TODAY);
  queue = list_due (&fixture);
  draft = draw_up (&fixture, 0, invoice);

  g_assert_cmpuint (queue->len, ==, 0);
  g_assert_nonnull (strstr (draft->text, "à échéance du 24 novembre 2026"));
  g_assert_cmpuint (draft->stops->len, ==, 1);
  g_assert_cmpstr (get_kind (draft->stops, 0), ==, "too-early");

  book_fixture_tear_down (&fixture);
}

static void
test_nothing_owed (void)
{
  g_autoptr (GError) error = NULL;
  BookFixture fixture;
  RelanceDraftRequest request = { 0 };

  set_up (&fixture);
  request.client_id = add_client (&fixture);
  g_assert_null (relance_reminders_draft (fixture.book, &request, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
  g_clear_error (&error);

  request.client_id = 999;
  g_assert_null (relance_reminders_draft (fixture.book, &request, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);

  book_fixture_tear_down (&fixture);
}

static void
test_nobody (void)
{
  g_autoptr (RelanceDraft) draft = NULL;
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, TODAY);
  client = book_fixture_add_client (&fixture, "Sans adresse");
  add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  draft = draw_up (&fixture, client, 0);

  g_assert_null (draft->to);
  g_assert_null (draft->from);
  g_assert_cmpuint (draft->stops->len, ==, 2);
  g_assert_cmpstr (get_kind (draft->stops, 0), ==, "recipient");
  g_assert_cmpstr (get_kind (draft->stops, 1), ==, "sender");
  g_assert_cmpstr (get_kind (draft->warnings, 0), ==, "iban");

  book_fixture_tear_down (&fixture);
}

static void
read_again (BookFixture *fixture, RelanceDraft *draft)
{
  g_autoptr (GError) error = NULL;

  relance_reminders_read_again (fixture->book, draft, &error);
  g_assert_no_error (error);
}

static void
test_read_again (void)
{
  g_autoptr (RelanceDraft) draft = NULL;
  g_autofree char *kept = NULL;
  BookFixture fixture;
  gint64 client, first, second;

  set_up (&fixture);
  client = add_client (&fixture);
  first = add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  second = add_invoice (&fixture, client, "F-045", 72000, "2026-11-01");
  draft = draw_up (&fixture, client, 0);
  kept = g_strdup (draft->text);
  g_assert_cmpuint (draft->stops->len, ==, 0);

  g_free (draft->text);
  draft->text = g_strconcat (kept, "\n{{nom}}", NULL);
  read_again (&fixture, draft);
  g_assert_cmpstr (get_kind (draft->stops, 0), ==, "placeholder");
  g_assert_cmpstr (((RelanceGuardNote *) draft->stops->pdata[0])->quote, ==, "{{nom}}");

  g_set_str (&draft->text, kept);
  book_fixture_add_payment (&fixture, second, 2000, TODAY);
  read_again (&fixture, draft);
  g_assert_cmpstr (get_kind (draft->stops, 0), ==, "amount");
  g_assert_cmpint (g_array_index (draft->debts, RelanceMessageDebt, 1).balance, ==, 70000);
  g_assert_cmpstr (draft->text, ==, kept);

  book_fixture_add_payment (&fixture, second, 70000, TODAY);
  read_again (&fixture, draft);
  g_assert_cmpuint (draft->debts->len, ==, 1);
  g_assert_cmpuint (draft->stops->len, >, 0);

  book_fixture_add_payment (&fixture, first, 120000, TODAY);
  read_again (&fixture, draft);
  g_assert_cmpuint (draft->debts->len, ==, 0);
  g_assert_cmpstr (get_kind (draft->stops, 0), ==, "settled");

  book_fixture_tear_down (&fixture);
}

static void
test_kept (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (RelanceDraft) brought_back = NULL;
  BookFixture fixture;
  gint64 client;

  set_up (&fixture);
  client = add_client (&fixture);
  add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  g_assert_null (relance_reminders_kept_draft (fixture.book, client, &error));
  g_assert_no_error (error);

  draft = draw_up (&fixture, client, 0);
  draft->tone = RELANCE_TONE_EMOJI;
  g_set_str (&draft->text, "Facture F-042 : 1 200,00 €. Merci, Léa.");
  g_assert_true (relance_reminders_keep_draft (fixture.book, draft, &error));
  g_assert_true (relance_reminders_keep_draft (fixture.book, draft, &error));

  brought_back = relance_reminders_kept_draft (fixture.book, client, &error);
  g_assert_no_error (error);
  g_assert_true (brought_back->edited);
  g_assert_cmpstr (brought_back->text, ==, draft->text);
  g_assert_cmpstr (brought_back->subject, ==, draft->subject);
  g_assert_cmpint (brought_back->tone, ==, RELANCE_TONE_EMOJI);
  g_assert_cmpuint (brought_back->debts->len, ==, 1);
  g_assert_cmpuint (brought_back->stops->len, ==, 0);

  g_assert_true (relance_reminders_forget_draft (fixture.book, client, &error));
  g_assert_null (relance_reminders_kept_draft (fixture.book, client, &error));
  g_assert_no_error (error);

  book_fixture_tear_down (&fixture);
}

/* Names that look like templates, headers or orders stay the names they are. */
static void
assert_draft_refused (BookFixture *fixture, gint64 invoice)
{
  g_autoptr (GError) error = NULL;
  RelanceDraftRequest request = { .invoice_id = invoice };

  g_assert_null (relance_reminders_draft (fixture->book, &request, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
}

/* What is left out is not spoken of, until its last day has passed. */
static void
test_left_out (void)
{
  BookFixture fixture;
  gint64 client, invoice, other;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) both = NULL;

  set_up (&fixture);
  client = add_client (&fixture);
  invoice = add_invoice (&fixture, client, "F-1", 10000, "2026-10-24");
  other = add_invoice (&fixture, client, "F-2", 20000, "2026-10-24");
  g_assert_true (relance_invoices_exclude (fixture.book, invoice, "dispute",
                                           relance_date_parse_iso (TODAY), NULL, NULL));
  one = relance_reminders_due (fixture.book, NULL);
  g_assert_cmpuint (((RelanceDue *) one->pdata[0])->invoices->len, ==, 1);
  assert_draft_refused (&fixture, invoice);

  run_sql (&fixture, "UPDATE invoice SET means = 59 WHERE id = %d", (int) other);
  none = relance_reminders_due (fixture.book, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  assert_draft_refused (&fixture, other);

  run_sql (&fixture, "UPDATE invoice SET means = 30 WHERE id = %d", (int) other);
  g_assert_true (relance_invoices_exclude (fixture.book, invoice, "dispute",
                                           relance_date_parse_iso (TODAY) - 1, NULL, NULL));
  both = relance_reminders_due (fixture.book, NULL);
  g_assert_cmpuint (((RelanceDue *) both->pdata[0])->invoices->len, ==, 2);
  book_fixture_tear_down (&fixture);
}

static void
test_client_left_out (void)
{
  BookFixture fixture;
  gint64 client;
  RelanceDraftRequest request = { 0 };
  g_autoptr (GPtrArray) queue = NULL;
  g_autoptr (RelanceDraft) draft = NULL;

  set_up (&fixture);
  request.client_id = client = add_client (&fixture);
  add_invoice (&fixture, client, "F-1", 10000, "2026-10-24");
  run_sql (&fixture, "UPDATE client SET excluded = 'a friend' WHERE id = %d", (int) client);
  queue = relance_reminders_due (fixture.book, NULL);
  g_assert_cmpstr (((RelanceDue *) queue->pdata[0])->blocked, ==,
                   "This client is left out of reminders: a friend");
  draft = relance_reminders_draft (fixture.book, &request, NULL);
  g_assert_cmpstr (((RelanceGuardNote *) draft->stops->pdata[0])->kind, ==, "excluded");
  book_fixture_tear_down (&fixture);
}

/* A day more to think never shortens what keeps a client out already. */
static void
test_read_tomorrow (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) waiting = NULL;
  g_autoptr (RelanceClient) left_out = NULL;
  BookFixture fixture;
  gint64 client, change = 0;

  set_up (&fixture);
  client = add_client (&fixture);
  g_assert_true (relance_reminders_read_tomorrow (fixture.book, client, &change, &error));
  g_assert_no_error (error);
  g_assert_cmpint (change, >, 0);
  waiting = relance_clients_get (fixture.book, client, NULL);
  g_assert_true (relance_client_is_excluded (waiting, relance_date_parse_iso (TODAY)));
  g_assert_false (relance_client_is_excluded (waiting, relance_date_parse_iso (TODAY) + 1));

  run_sql (&fixture, "UPDATE client SET excluded = 'a friend', excluded_until = NULL WHERE id = %d",
           (int) client);
  g_assert_false (relance_reminders_read_tomorrow (fixture.book, client, &change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
  left_out = relance_clients_get (fixture.book, client, NULL);
  g_assert_cmpstr (left_out->excluded, ==, "a friend");
  g_assert_cmpint (left_out->excluded_until, ==, RELANCE_DATE_NONE);
  book_fixture_tear_down (&fixture);
}

static void
test_odd_names (void)
{
  static const char *const names[] = {
    "{{iban}}",  "Bcc: eve@example.org", "URGENT & <b>FILS</b>", "=1+1",
    "[montant]", "O’Neill, \"Pat\""
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RelanceClient) client = relance_client_new (names[i]);
      g_autoptr (RelanceDraft) draft = NULL;
      g_autofree char *html = NULL;
      BookFixture fixture;
      gint64 id;

      set_up (&fixture);
      client->email = g_strdup ("odd@example.org");
      client->first_name = g_strdup (names[i]);
      client->tone = RELANCE_TONE_FRIENDLY;
      client->address = RELANCE_ADDRESS_TU;
      id = relance_clients_save (fixture.book, client, NULL, &error);
      g_assert_no_error (error);
      add_invoice (&fixture, id, "F-042", 120000, "2026-10-22");

      draft = draw_up (&fixture, id, 0);
      html = relance_draft_to_html (draft);
      g_assert_nonnull (strstr (draft->text, names[i]));
      g_assert_null (strstr (html, "<b>"));
      g_assert_cmpuint (draft->stops->len, ==, 0);
      g_assert_cmpuint (draft->warnings->len, ==, 0);

      book_fixture_tear_down (&fixture);
    }
}

static void
test_copy (void)
{
  g_autoptr (RelanceDraft) draft = NULL;
  g_autoptr (RelanceDraft) copy = NULL;
  BookFixture fixture;
  gint64 client;

  book_fixture_set_up (&fixture, TODAY);
  client = book_fixture_add_client (&fixture, "Sans adresse");
  add_invoice (&fixture, client, "F-042", 120000, "2026-10-22");
  draft = draw_up (&fixture, client, 0);
  copy = relance_draft_copy (draft);

  g_assert_cmpstr (copy->text, ==, draft->text);
  g_assert_cmpint (copy->client_id, ==, client);
  g_assert_cmpstr (g_array_index (copy->debts, RelanceMessageDebt, 0).number, ==, "F-042");
  g_assert_cmpuint (copy->stops->len, ==, draft->stops->len);
  g_assert_cmpstr (((RelanceGuardNote *) copy->stops->pdata[0])->text, ==,
                   ((RelanceGuardNote *) draft->stops->pdata[0])->text);

  book_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (due_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/reminders/due/", due_cases[i].name, NULL);

      g_test_add_data_func (path, &due_cases[i], test_due_case);
    }
  g_test_add_func ("/reminders/queue", test_queue);
  g_test_add_func ("/reminders/draft", test_draft);
  g_test_add_func ("/reminders/sender", test_sender);
  g_test_add_func ("/reminders/request", test_request);
  g_test_add_func ("/reminders/due-today", test_due_today);
  g_test_add_func ("/reminders/nothing-owed", test_nothing_owed);
  g_test_add_func ("/reminders/nobody", test_nobody);
  g_test_add_func ("/reminders/read-again", test_read_again);
  g_test_add_func ("/reminders/kept", test_kept);
  g_test_add_func ("/reminders/left-out", test_left_out);
  g_test_add_func ("/reminders/client-left-out", test_client_left_out);
  g_test_add_func ("/reminders/read-tomorrow", test_read_tomorrow);
  g_test_add_func ("/reminders/odd-names", test_odd_names);
  g_test_add_func ("/reminders/copy", test_copy);

  return g_test_run ();
}
