/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "outbox-fixture.h"

#include "relance-clients.h"
#include "relance-exchanges.h"
#include "relance-outbox-private.h"
#include "relance-secrets.h"
#include "relance-statement.h"
#include "relance-wording-message.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static void
set_up (OutboxFixture *self, gconstpointer data)
{
  outbox_fixture_set_up (self);
}

static void
tear_down (OutboxFixture *self, gconstpointer data)
{
  outbox_fixture_tear_down (self);
}

static void
test_folder (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) report = outbox_fixture_send (self);
  g_autoptr (RelanceSendReport) second = outbox_fixture_send (self);
  g_autoptr (RelanceMessage) message = outbox_fixture_get (self, id);
  g_autofree char *content = NULL;
  gsize size;

  g_assert_cmpint (report->accepted, ==, 1);
  g_assert_cmpuint (second->messages->len, ==, 0);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, "saved-as-file");
  g_assert_true (g_file_get_contents (message->provider_reference, &content, &size, NULL));
  g_assert_cmpmem (content, size, g_bytes_get_data (message->request, NULL),
                   g_bytes_get_size (message->request));
  g_assert_cmpstr (message->client_name, ==, "Atelier Durand");
  g_assert_cmpuint (message->debts->len, ==, 1);
  g_assert_cmpint (g_array_index (message->debts, RelanceMessageDebt, 0).balance, ==, 120000);
}

static void
test_brevo (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autofree char *reference = g_strdup_printf ("<%s@fake.example>", id);
  g_autoptr (RelanceSendReport) report = outbox_fixture_send (self);
  g_autoptr (RelanceMessage) message = outbox_fixture_get (self, id);
  g_autoptr (GPtrArray) attempts = relance_outbox_attempts (self->base.book, id, NULL);
  g_autofree char *body = fake_brevo_dup_last_body (self->fake);
  RelanceAttempt *attempt = g_ptr_array_index (attempts, 0);

  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, NULL);
  g_assert_cmpint (report->accepted, ==, 1);
  g_assert_cmpstr (message->account_id, ==, account);
  g_assert_cmpstr (message->provider_reference, ==, reference);
  g_assert_cmpint (message->done_at, ==, relance_book_get_now (self->base.book));
  g_assert_cmpmem (body, strlen (body), g_bytes_get_data (message->request, NULL),
                   g_bytes_get_size (message->request));
  g_assert_cmpuint (attempts->len, ==, 1);
  g_assert_cmpstr (attempt->outcome, ==, "accepted");
  g_assert_cmpstr (attempt->phase, ==, "complete");
  g_assert_cmpint (attempt->http_status, ==, 201);
  g_assert_cmpuint (fake_brevo_count_mails (self->fake, id), ==, 1);
}

/* What each answer makes of a message, and what the next send makes of that. */
static void
test_answers (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    FakeMode mode;
    gboolean has_events;
    RelanceMessageState state;
    const char *reason;
    RelanceMessageState next_state;
    const char *next_reason;
  } cases[] = {
    { FAKE_DROP, TRUE, RELANCE_MESSAGE_UNKNOWN, "no-answer", RELANCE_MESSAGE_ACCEPTED, "found" },
    { FAKE_DROP, FALSE, RELANCE_MESSAGE_UNKNOWN, "no-answer", RELANCE_MESSAGE_ACCEPTED,
      "already-accepted" },
    { FAKE_FAIL_AFTER, TRUE, RELANCE_MESSAGE_UNKNOWN, "server-error", RELANCE_MESSAGE_ACCEPTED,
      "found" },
    { FAKE_SILENT_AND_DEAF, TRUE, RELANCE_MESSAGE_UNKNOWN, "no-answer", RELANCE_MESSAGE_ACCEPTED,
      NULL },
    { FAKE_CUT, TRUE, RELANCE_MESSAGE_ACCEPTED, "reference-missing", RELANCE_MESSAGE_ACCEPTED,
      "found" },
    { FAKE_REFUSE, TRUE, RELANCE_MESSAGE_REFUSED, "rejected", RELANCE_MESSAGE_REFUSED, "rejected" },
  };
  g_autofree char *account = outbox_fixture_add_account (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %u", i);
      g_autofree char *number = g_strdup_printf ("N-%u", i);
      g_autofree char *id = NULL;
      g_autoptr (RelanceSendReport) first = NULL;
      g_autoptr (RelanceSendReport) second = NULL;

      self->client = outbox_fixture_add_client (self, name, "someone@client.example");
      book_fixture_add_invoice (&self->base, self->client, number, 5000, "EUR", "2026-10-01",
                                "2026-10-31");
      id = outbox_fixture_approve (self);
      g_test_message ("mode %d, events %d", cases[i].mode, cases[i].has_events);
      fake_brevo_set_mode (self->fake, cases[i].mode);
      fake_brevo_set_has_events (self->fake, cases[i].has_events);
      first = outbox_fixture_send (self);
      outbox_fixture_assert (self, id, cases[i].state, cases[i].reason);
      fake_brevo_set_mode (self->fake, FAKE_ACCEPT);
      outbox_fixture_move_clock (self, 2 * ((int) i + 1));
      second = outbox_fixture_send (self);
      outbox_fixture_assert (self, id, cases[i].next_state, cases[i].next_reason);
      g_assert_cmpint (second->accepted, ==, cases[i].state == RELANCE_MESSAGE_UNKNOWN);
      g_assert_cmpint (second->unknown, ==, 0);
      g_assert_cmpuint (second->messages->len, ==, cases[i].state == RELANCE_MESSAGE_UNKNOWN);
      g_assert_cmpuint (fake_brevo_count_mails (self->fake, id), ==,
                        cases[i].next_state == RELANCE_MESSAGE_ACCEPTED);
    }
}

/* A look-up that knows nothing yet proves nothing: the provider is given its minute. */
static void
test_too_early_to_send_again (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) first = NULL;
  g_autoptr (RelanceSendReport) early = NULL;
  g_autoptr (RelanceSendReport) later = NULL;

  fake_brevo_set_mode (self->fake, FAKE_DROP);
  fake_brevo_set_has_events (self->fake, FALSE);
  first = outbox_fixture_send (self);
  fake_brevo_set_mode (self->fake, FAKE_ACCEPT);
  early = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_UNKNOWN, "no-answer");
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 1);
  g_assert_cmpint (relance_outbox_next_time (self->base.book, NULL), ==,
                   relance_book_get_now (self->base.book) + 60);

  outbox_fixture_move_clock (self, 1);
  later = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, "already-accepted");
  g_assert_cmpuint (fake_brevo_count_mails (self->fake, id), ==, 1);
}

static void
test_rate_limit (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) first = NULL;
  g_autoptr (RelanceSendReport) early = NULL;
  g_autoptr (RelanceSendReport) later = NULL;

  fake_brevo_set_mode (self->fake, FAKE_RATE_LIMIT);
  first = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_WAITING, "rate-limit");
  g_assert_cmpint (relance_outbox_next_time (self->base.book, NULL), ==,
                   relance_book_get_now (self->base.book) + 120);

  fake_brevo_set_mode (self->fake, FAKE_ACCEPT);
  outbox_fixture_move_clock (self, 1);
  early = outbox_fixture_send (self);
  g_assert_cmpint (early->waiting, ==, 1);
  outbox_fixture_move_clock (self, -60);
  g_clear_pointer (&early, relance_send_report_free);
  early = outbox_fixture_send (self);
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 1);

  outbox_fixture_move_clock (self, 2);
  later = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, NULL);
}

/* After half an hour the provider has forgotten the first try: nothing is sent again. */
static void
test_late_and_nobody_knows (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) first = NULL;
  g_autoptr (RelanceSendReport) later = NULL;
  g_autoptr (RelanceSendReport) again = NULL;
  g_autoptr (GError) error = NULL;

  fake_brevo_set_mode (self->fake, FAKE_DROP);
  fake_brevo_set_has_events (self->fake, FALSE);
  first = outbox_fixture_send (self);
  fake_brevo_set_mode (self->fake, FAKE_ACCEPT);
  fake_brevo_set_forgets_keys (self->fake, TRUE);
  outbox_fixture_move_clock (self, 26);
  later = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_UNKNOWN, "not-found");
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 1);

  g_assert_false (relance_outbox_take_back (self->base.book, id, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
  g_assert_true (relance_outbox_resolve (self->base.book, id, RELANCE_RESOLVE_AGAIN, NULL));
  again = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, NULL);
}

static void
test_clock_that_went_back (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) first = NULL;
  g_autoptr (RelanceSendReport) later = NULL;

  fake_brevo_set_mode (self->fake, FAKE_DROP);
  fake_brevo_set_has_events (self->fake, FALSE);
  first = outbox_fixture_send (self);
  outbox_fixture_move_clock (self, -5);
  later = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_UNKNOWN, "not-found");
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 1);
}

static void
test_user_resolves (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    RelanceResolve answer;
    RelanceMessageState state;
    const char *reason;
  } cases[] = {
    { RELANCE_RESOLVE_SENT, RELANCE_MESSAGE_ACCEPTED, "user-says-sent" },
    { RELANCE_RESOLVE_NOT_SENT, RELANCE_MESSAGE_WITHDRAWN, "user-says-not-sent" },
    { RELANCE_RESOLVE_AGAIN, RELANCE_MESSAGE_WAITING, "again" },
  };
  g_autofree char *account = outbox_fixture_add_account (self);

  fake_brevo_set_mode (self->fake, FAKE_DROP);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %u", i);
      g_autofree char *number = g_strdup_printf ("N-%u", i);
      g_autofree char *id = NULL;
      g_autoptr (RelanceSendReport) report = NULL;

      self->client = outbox_fixture_add_client (self, name, "someone@client.example");
      book_fixture_add_invoice (&self->base, self->client, number, 5000, "EUR", "2026-10-01",
                                "2026-10-31");
      id = outbox_fixture_approve (self);
      report = outbox_fixture_send (self);
      g_assert_true (relance_outbox_resolve (self->base.book, id, cases[i].answer, NULL));
      outbox_fixture_assert (self, id, cases[i].state, cases[i].reason);
      g_assert_true (cases[i].answer == RELANCE_RESOLVE_AGAIN ||
                     !relance_outbox_resolve (self->base.book, id, cases[i].answer, NULL));
    }
}

static void
test_account_stops (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *first = outbox_fixture_approve (self);
  g_autofree char *second = NULL;
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (RelanceSendReport) next = NULL;
  g_autoptr (RelanceSendReport) after = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  RelanceAccount *stored;

  self->client = outbox_fixture_add_client (self, "Second", "second@client.example");
  book_fixture_add_invoice (&self->base, self->client, "G-1", 5000, "EUR", "2026-10-01",
                            "2026-10-31");
  second = outbox_fixture_approve (self);
  fake_brevo_set_mode (self->fake, FAKE_BLOCKED_ADDRESS);
  report = outbox_fixture_send (self);
  g_assert_cmpint (report->waiting, ==, 2);
  accounts = relance_accounts_list (self->base.book, NULL);
  stored = g_ptr_array_index (accounts, 0);
  g_assert_cmpint (stored->state, ==, RELANCE_ACCOUNT_ATTENTION);
  g_assert_nonnull (strstr (stored->reason, "Authorised IPs"));
  g_assert_cmpint (relance_outbox_next_time (self->base.book, NULL), ==, 0);

  /* Nothing is tried while the account needs attention, even if it would work. */
  fake_brevo_set_mode (self->fake, FAKE_ACCEPT);
  next = outbox_fixture_send (self);
  g_assert_cmpint (next->waiting, ==, 2);
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 0);

  g_assert_true (relance_accounts_check (self->base.book, account, NULL, NULL));
  after = outbox_fixture_send (self);
  outbox_fixture_assert (self, first, RELANCE_MESSAGE_ACCEPTED, NULL);
  outbox_fixture_assert (self, second, RELANCE_MESSAGE_ACCEPTED, NULL);
}

static void
remove_invoice (OutboxFixture *self)
{
  g_assert_true (relance_invoices_remove (self->base.book, self->invoice, NULL, NULL));
}

static void
remove_client (OutboxFixture *self)
{
  g_assert_true (relance_clients_remove (self->base.book, self->client, NULL, NULL));
}

static void
pay_all (OutboxFixture *self)
{
  book_fixture_add_payment (&self->base, self->invoice, 120000, "2026-11-24");
}

static void
pay_half (OutboxFixture *self)
{
  book_fixture_add_payment (&self->base, self->invoice, 60000, "2026-11-24");
}

static void
change_address (OutboxFixture *self)
{
  g_autoptr (RelanceClient) client = relance_clients_get (self->base.book, self->client, NULL);

  g_set_str (&client->email, "new@durand.example");
  g_assert_cmpint (relance_clients_save (self->base.book, client, NULL, NULL), >, 0);
}

static void
change_due (OutboxFixture *self)
{
  g_autoptr (RelanceInvoice) invoice = book_fixture_get_invoice (&self->base, self->invoice);

  invoice->due = relance_date_parse_iso ("2026-12-31");
  g_assert_cmpint (relance_invoices_save (self->base.book, invoice, NULL, NULL), >, 0);
}

static void
exclude_invoice (OutboxFixture *self)
{
  g_assert_true (relance_invoices_exclude (self->base.book, self->invoice, "dispute",
                                           RELANCE_DATE_NONE, NULL, NULL));
}

static void
record_call (OutboxFixture *self)
{
  g_autoptr (RelanceExchange) exchange = relance_exchange_new (self->client);

  exchange->date = relance_book_get_today (self->base.book);
  exchange->channel = RELANCE_CHANNEL_PHONE;
  g_assert_cmpint (relance_exchanges_add (self->base.book, exchange, NULL, NULL), >, 0);
}

static void
reschedule (OutboxFixture *self)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (RelanceInstalment));
  RelanceInstalment part = { .due = relance_date_parse_iso ("2026-10-15"), .amount = 60000 };

  g_array_append_val (parts, part);
  g_array_append_val (parts, part);
  g_assert_true (relance_instalments_set (self->base.book, self->invoice, parts, NULL, NULL));
}

/* What happened between Send and the wire keeps the message from leaving. */
static void
test_withdrawn (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    void (*change) (OutboxFixture *);
    const char *reason;
  } cases[] = {
    { pay_all, "paid" },
    { pay_half, "partly-paid" },
    { change_address, "changed" },
    { change_due, "changed" },
    { remove_invoice, "removed" },
    { remove_client, "removed" },
    { exclude_invoice, "excluded" },
    { reschedule, "changed" },
    { record_call, "in-touch" },
  };
  g_autofree char *account = outbox_fixture_add_account (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %u", i);
      g_autofree char *number = g_strdup_printf ("N-%u", i);
      g_autofree char *id = NULL;
      g_autoptr (RelanceSendReport) report = NULL;

      self->client = outbox_fixture_add_client (self, name, "someone@client.example");
      self->invoice = book_fixture_add_invoice (&self->base, self->client, number, 120000, "EUR",
                                                "2026-10-01", "2026-10-31");
      id = outbox_fixture_approve (self);
      cases[i].change (self);
      report = outbox_fixture_send (self);
      g_assert_cmpint (report->withdrawn, ==, 1);
      outbox_fixture_assert (self, id, RELANCE_MESSAGE_WITHDRAWN, cases[i].reason);
    }
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 0);
}

static void
test_hours (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (RelanceSendReport) night = NULL;
  g_autoptr (RelanceSendReport) morning = NULL;
  g_autoptr (RelanceMessage) message = NULL;

  outbox_fixture_move_clock (self, 12 * 60);
  id = outbox_fixture_approve (self);
  night = outbox_fixture_send (self);
  g_assert_cmpint (night->waiting, ==, 1);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_APPROVED, "hours");
  message = outbox_fixture_get (self, id);
  g_assert_cmpint (message->not_before, ==,
                   relance_clock_to_utc (relance_date_parse_iso ("2026-11-25"), 9 * 60));
  g_assert_cmpint (relance_outbox_next_time (self->base.book, NULL), ==, message->not_before);

  outbox_fixture_move_clock (self, 23 * 60);
  morning = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, "saved-as-file");
}

static void
set_place (OutboxFixture *self, const char *country, const char *postcode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_clients_get (self->base.book, self->client, &error);

  g_set_str (&client->country, country);
  g_set_str (&client->postcode, postcode);
  relance_clients_save (self->base.book, client, NULL, &error);
  g_assert_no_error (error);
}

/* @from: -1 for no hours */
static void
set_hours (OutboxFixture *self, const char *zone, int from, int to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_clients_get (self->base.book, self->client, &error);

  client->hours_from = from < 0 ? RELANCE_CLIENT_NO_HOUR : from * 60;
  client->hours_to = to < 0 ? RELANCE_CLIENT_NO_HOUR : to * 60;
  g_set_str (&client->time_zone, zone);
  relance_clients_save (self->base.book, client, NULL, &error);
  g_assert_no_error (error);
}

/* On Good Friday of 2027, by where the client is. */
static void
test_holidays (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *country;
    const char *postcode;
    const char *leaves;
    const char *reason;
  } cases[] = {
    { NULL, NULL, "2027-03-26", NULL },      { NULL, "67000", "2027-03-30", "holiday" },
    { "FR", "75011", "2027-03-26", NULL },   { "FR", "68100", "2027-03-30", "holiday" },
    { "GB", NULL, "2027-03-30", "holiday" }, { "GB", "EH1 1AA", "2027-03-29", "holiday" },
    { "DE", NULL, "2027-03-26", NULL },
  };
  RelanceDate day = relance_date_new (2027, 3, 26);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceMessage) message = relance_message_new ();
      gint64 moment = relance_clock_to_utc (day, 11 * 60);
      const char *reason;
      RelanceDate leaves;
      int minutes;

      g_test_message ("%s %s", cases[i].country, cases[i].postcode);
      set_place (self, cases[i].country, cases[i].postcode);
      message->client_id = self->client;
      leaves = relance_clock_to_date (
        relance_outbox_next_opening (self->base.book, message, moment, &reason, NULL), &minutes);
      g_assert_cmpint (leaves, ==, relance_date_parse_iso (cases[i].leaves));
      g_assert_cmpint (minutes, ==, leaves == day ? 11 * 60 : 9 * 60);
      g_assert_cmpstr (reason, ==, cases[i].reason);
    }
}

/* Where the clock says something else: hours and holidays are those of the client's day. */
static void
test_zones (OutboxFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *zone;
    int from; /* hours, -1: the default */
    int to;
    const char *moment; /* UTC */
    const char *leaves; /* UTC */
    const char *reason;
  } cases[] = {
    { "America/New_York", -1, -1, "2026-11-24T10:00:00Z", "2026-11-24T14:00:00Z", "hours" },
    { "America/New_York", -1, -1, "2026-11-24T21:00:00Z", "2026-11-24T21:00:00Z", NULL },
    { "America/New_York", -1, -1, "2026-11-24T23:00:00Z", "2026-11-25T14:00:00Z", "hours" },
    /* Tuesday morning there while it is still Monday evening here, and Saturday while it is Friday. */
    { "Pacific/Auckland", -1, -1, "2026-11-23T21:30:00Z", "2026-11-23T21:30:00Z", NULL },
    { "Pacific/Auckland", -1, -1, "2026-11-27T15:00:00Z", "2026-11-29T20:00:00Z", "hours" },
    /* Half an hour is kept too. */
    { "Asia/Kolkata", 9, 12, "2026-11-24T06:29:00Z", "2026-11-24T06:29:00Z", NULL },
    { "Asia/Kolkata", 9, 12, "2026-11-24T06:30:00Z", "2026-11-25T03:30:00Z", "hours" },
    /* The clock changes there, on another day than here: before, between, and after. */
    { "America/New_York", -1, -1, "2027-03-12T13:00:00Z", "2027-03-12T14:00:00Z", "hours" },
    { "America/New_York", -1, -1, "2027-03-13T12:00:00Z", "2027-03-15T13:00:00Z", "hours" },
    { "America/New_York", -1, -1, "2026-10-30T22:30:00Z", "2026-11-02T14:00:00Z", "hours" },
    /* Hours that end at midnight, and that summer time skips. */
    { "Europe/Paris", 20, 24, "2026-11-24T22:59:00Z", "2026-11-24T22:59:00Z", NULL },
    { "Europe/Paris", 20, 24, "2026-11-24T23:00:00Z", "2026-11-25T19:00:00Z", "hours" },
    { NULL, 14, 16, "2026-11-24T10:00:00Z", "2026-11-24T13:00:00Z", "hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceMessage) message = relance_message_new ();
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (cases[i].moment, NULL);
      g_autofree char *leaves = NULL;
      const char *reason;

      g_test_message ("%s %s", cases[i].zone, cases[i].moment);
      set_hours (self, cases[i].zone, cases[i].from, cases[i].to);
      message->client_id = self->client;
      leaves = relance_clock_to_rfc3339 (relance_outbox_next_opening (
        self->base.book, message, g_date_time_to_unix (moment), &reason, NULL));
      g_assert_cmpstr (leaves, ==, cases[i].leaves);
      g_assert_cmpstr (reason, ==, cases[i].reason);
      g_assert_cmpstr (message->time_zone, ==, cases[i].zone);
    }
}

/* What is approved for a client elsewhere waits for their morning, and says so by both clocks. */
static void
test_both_clocks (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *why = NULL;
  g_autofree char *none = NULL;
  g_autoptr (RelanceMessage) message = NULL;

  set_hours (self, "America/New_York", -1, -1);
  id = outbox_fixture_approve (self);
  message = outbox_fixture_get (self, id);
  why = relance_wording_message_reason (message);
  g_assert_nonnull (strstr (why, "15:00 (09:00 where the client is)"));

  g_set_str (&message->time_zone, "Europe/Berlin");
  none = relance_wording_message_there (message, message->not_before);
  g_assert_null (none);
}

/* A second try waits for the next working hour like the first. */
static void
test_hours_of_a_second_try (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) first = NULL;
  g_autoptr (RelanceSendReport) night = NULL;
  g_autoptr (RelanceSendReport) morning = NULL;

  fake_brevo_set_mode (self->fake, FAKE_RATE_LIMIT);
  first = outbox_fixture_send (self);
  fake_brevo_set_mode (self->fake, FAKE_ACCEPT);

  outbox_fixture_move_clock (self, 12 * 60);
  night = outbox_fixture_send (self);
  g_assert_cmpint (night->waiting, ==, 1);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_WAITING, "hours");
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 1);
  g_assert_cmpint (relance_outbox_next_time (self->base.book, NULL), ==,
                   relance_clock_to_utc (relance_date_parse_iso ("2026-11-25"), 9 * 60));

  outbox_fixture_move_clock (self, 23 * 60);
  morning = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, NULL);
}

static void
test_stale (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) report = NULL;
  g_autoptr (RelanceSendReport) again = NULL;

  outbox_fixture_move_clock (self, 3 * 24 * 60 + 1);
  report = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_REFUSED, "stale");

  g_assert_true (relance_outbox_resolve (self->base.book, id, RELANCE_RESOLVE_AGAIN, NULL));
  again = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, "saved-as-file");
}

static void
test_undo (OutboxFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDraft) draft = outbox_fixture_draft (self);
  g_autoptr (RelanceMessage) message = NULL;
  g_autoptr (RelanceDraft) kept = NULL;
  g_autoptr (RelanceSendReport) report = NULL;

  message = relance_outbox_approve (self->base.book, draft, RELANCE_UNDO_SECONDS, &error);
  g_assert_no_error (error);
  report = outbox_fixture_send (self);
  outbox_fixture_assert (self, message->id, RELANCE_MESSAGE_APPROVED, NULL);
  g_assert_true (relance_outbox_take_back (self->base.book, message->id, &error));
  outbox_fixture_assert (self, message->id, RELANCE_MESSAGE_WITHDRAWN, "taken-back");
  kept = relance_reminders_kept_draft (self->base.book, self->client, &error);
  g_assert_cmpstr (kept->text, ==, draft->text);
  g_assert_false (relance_outbox_take_back (self->base.book, message->id, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_TOO_LATE);
}

static void
assert_blocked (OutboxFixture *self, RelanceDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceMessage) message = relance_outbox_approve (self->base.book, draft, 0, &error);

  g_assert_null (message);
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
}

static void
test_blocked (OutboxFixture *self, gconstpointer data)
{
  g_autoptr (RelanceDraft) draft = outbox_fixture_draft (self);
  g_autoptr (RelanceDraft) empty = relance_draft_copy (draft);
  g_autoptr (RelanceDraft) breaking = relance_draft_copy (draft);
  g_autofree char *id = NULL;

  g_set_str (&empty->text, "");
  assert_blocked (self, empty);
  g_free (breaking->subject);
  breaking->subject = g_strconcat (draft->subject, "\r\nBcc: a@b.example", NULL);
  assert_blocked (self, breaking);

  id = outbox_fixture_approve (self);
  assert_blocked (self, draft);
  g_assert_true (relance_outbox_take_back (self->base.book, id, NULL));
  pay_all (self);
  assert_blocked (self, draft);
}

static void
test_one_sender_per_book (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *path = g_strconcat (self->base.path, ".lock", NULL);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (GError) error = NULL;
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_null (relance_outbox_send (self->base.book, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BUSY);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_APPROVED, NULL);
  close (fd);
}

/* Whoever opens the book by a link meets the same lock. */
static void
test_one_sender_per_link (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *lock = g_strconcat (self->base.path, ".lock", NULL);
  g_autofree char *link = g_build_filename (self->base.folder, "link.db", NULL);
  g_autoptr (RelanceBook) linked = NULL;
  g_autoptr (GError) error = NULL;
  int fd = open (lock, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (symlink (self->base.path, link), ==, 0);
  linked = book_fixture_open (link, OUTBOX_TODAY);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_null (relance_outbox_send (linked, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BUSY);
  close (fd);
  g_unlink (link);
}

/* A reader that is at work when the book is interrupted keeps it interrupted. */
typedef struct
{
  RelanceStore *store;
  RelanceStatement *reader;
} Interruption;

static void
interrupt_once_cb (const char *step, gpointer data)
{
  Interruption *self = data;
  gboolean row;

  if (!g_str_equal (step, "recording"))
    return;
  if (self->reader != NULL)
    {
      g_clear_pointer (&self->reader, relance_statement_release);
      return;
    }
  self->reader = relance_store_prepare (self->store, "outbox-ids", NULL);
  relance_statement_bind_int (self->reader, 1, TRUE);
  g_assert_true (relance_statement_step (self->reader, &row, NULL) && row);
  relance_store_interrupt (self->store);
}

/* The end of the program does not lose an answer. */
static void
test_interrupted_answer (OutboxFixture *self, gconstpointer data)
{
  Interruption interruption = { relance_book_get_store (self->base.book), NULL };
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) report = NULL;

  relance_outbox_set_step_hook (interrupt_once_cb, &interruption);
  report = outbox_fixture_send (self);
  relance_outbox_set_step_hook (NULL, NULL);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_ACCEPTED, NULL);
}

static void
test_keyring_without_key (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autoptr (GPtrArray) accounts = relance_accounts_list (self->base.book, NULL);
  g_autofree char *first = outbox_fixture_approve (self);
  g_autofree char *second = NULL;
  g_autoptr (RelanceSendReport) report = NULL;

  self->client = outbox_fixture_add_client (self, "Client", "someone@client.example");
  self->invoice = book_fixture_add_invoice (&self->base, self->client, "N-1", 120000, "EUR",
                                            "2026-10-01", "2026-10-31");
  second = outbox_fixture_approve (self);
  g_assert_true (relance_secrets_clear (g_ptr_array_index (accounts, 0), NULL, NULL));

  report = outbox_fixture_send (self);
  outbox_fixture_assert (self, first, RELANCE_MESSAGE_WAITING, "keyring");
  outbox_fixture_assert (self, second, RELANCE_MESSAGE_WAITING, "keyring");
  g_assert_cmpint (relance_outbox_next_time (self->base.book, NULL), >,
                   relance_book_get_now (self->base.book));
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 0);
}

static void
test_removed_account (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *account = outbox_fixture_add_account (self);
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (RelanceSendReport) report = NULL;

  g_assert_true (relance_accounts_remove (self->base.book, account, NULL));
  report = outbox_fixture_send (self);
  outbox_fixture_assert (self, id, RELANCE_MESSAGE_REFUSED, "account-removed");
}

static void
test_list (OutboxFixture *self, gconstpointer data)
{
  g_autofree char *id = outbox_fixture_approve (self);
  g_autoptr (GPtrArray) before = relance_outbox_list (self->base.book, FALSE, NULL);
  g_autoptr (RelanceSendReport) report = outbox_fixture_send (self);
  g_autoptr (GPtrArray) after = relance_outbox_list (self->base.book, FALSE, NULL);
  g_autoptr (GPtrArray) all = relance_outbox_list (self->base.book, TRUE, NULL);
  RelanceMessage *message = g_ptr_array_index (all, 0);
  g_autofree char *numbers = relance_message_dup_numbers (message);

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (message->id, ==, id);
  g_assert_cmpstr (numbers, ==, "F-042");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (OutboxFixture *, gconstpointer);
  } tests[] = {
    { "/services/outbox/folder", test_folder },
    { "/services/outbox/brevo", test_brevo },
    { "/services/outbox/answers", test_answers },
    { "/services/outbox/too-early-to-send-again", test_too_early_to_send_again },
    { "/services/outbox/rate-limit", test_rate_limit },
    { "/services/outbox/late-and-nobody-knows", test_late_and_nobody_knows },
    { "/services/outbox/clock-that-went-back", test_clock_that_went_back },
    { "/services/outbox/user-resolves", test_user_resolves },
    { "/services/outbox/account-stops", test_account_stops },
    { "/services/outbox/withdrawn", test_withdrawn },
    { "/services/outbox/hours", test_hours },
    { "/services/outbox/holidays", test_holidays },
    { "/services/outbox/zones", test_zones },
    { "/services/outbox/both-clocks", test_both_clocks },
    { "/services/outbox/hours-of-a-second-try", test_hours_of_a_second_try },
    { "/services/outbox/stale", test_stale },
    { "/services/outbox/undo", test_undo },
    { "/services/outbox/blocked", test_blocked },
    { "/services/outbox/one-sender-per-book", test_one_sender_per_book },
    { "/services/outbox/one-sender-per-link", test_one_sender_per_link },
    { "/services/outbox/interrupted-answer", test_interrupted_answer },
    { "/services/outbox/keyring-without-key", test_keyring_without_key },
    { "/services/outbox/removed-account", test_removed_account },
    { "/services/outbox/list", test_list },
  };
  g_autofree char *keyring = outbox_fixture_use_own_keyring ();
  g_autofree char *folder = g_path_get_dirname (keyring);
  int result;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, OutboxFixture, NULL, set_up, tests[i].test, tear_down);
  result = g_test_run ();
  g_unlink (keyring);
  g_rmdir (folder);

  return result;
}
