/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sitting asks for beyond the plan: another voice, another wording, another day. */

#include "config.h"

#include "relance-accounts.h"
#include "relance-reminders.h"

#include "book-fixture.h"

#include <string.h>

#define TODAY "2026-11-24" /* a Tuesday */

static gint64
add_client (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = relance_client_new ("Atelier Durand");
  gint64 id;

  client->email = g_strdup ("lea@durand.example");
  client->language = RELANCE_LANGUAGE_FR;
  id = relance_clients_save (fixture->book, client, NULL, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
set_up (BookFixture *fixture)
{
  gint64 client;

  book_fixture_set_up (fixture, TODAY);
  client = add_client (fixture);
  book_fixture_add_invoice (fixture, client, "F-042", 120000, "EUR", "2026-09-22", "2026-10-22");
  return client;
}

static void
add_sender (BookFixture *fixture, const char *address, RelanceVoice voice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceSender) sender = relance_sender_new (address, "Studio Nord");

  sender->voice = voice;
  g_assert_true (relance_senders_add (fixture->book, sender, &error));
  g_assert_no_error (error);
}

static RelanceDraft *
draw_up (BookFixture *fixture, const RelanceDraftRequest *request)
{
  g_autoptr (GError) error = NULL;
  RelanceDraft *draft = relance_reminders_draft (fixture->book, request, &error);

  g_assert_no_error (error);
  return draft;
}

/* A letter leaves from the sender who speaks as it does, and stays with them. */
static void
test_voice (void)
{
  BookFixture fixture;
  RelanceDraftRequest request = { .client_id = set_up (&fixture) };
  g_autoptr (RelanceDraft) draft = NULL;

  add_sender (&fixture, "camille@studio-nord.example", RELANCE_VOICE_PERSONAL);
  request.voice = RELANCE_VOICE_NEUTRAL;
  draft = draw_up (&fixture, &request);
  g_assert_cmpstr (draft->from, ==, "camille@studio-nord.example");
  g_assert_cmpint (draft->voice, ==, RELANCE_VOICE_NEUTRAL);
  g_clear_pointer (&draft, relance_draft_free);

  add_sender (&fixture, "office@studio-nord.example", RELANCE_VOICE_NEUTRAL);
  draft = draw_up (&fixture, &request);
  g_assert_cmpstr (draft->from, ==, "office@studio-nord.example");
  g_assert_true (relance_reminders_read_again (fixture.book, draft, NULL));
  g_assert_cmpstr (draft->from, ==, "office@studio-nord.example");
  g_clear_pointer (&draft, relance_draft_free);

  request.voice = 0;
  draft = draw_up (&fixture, &request);
  g_assert_cmpstr (draft->from, ==, "camille@studio-nord.example");
  book_fixture_tear_down (&fixture);
}

static void
test_wordings (void)
{
  BookFixture fixture;
  RelanceDraftRequest request = { .client_id = set_up (&fixture) };
  g_autoptr (RelanceDraft) first = draw_up (&fixture, &request);
  g_autoptr (RelanceDraft) last = NULL;
  g_autoptr (RelanceDraft) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (first->n_variants, >=, 2);
  request.variant = first->n_variants;
  last = draw_up (&fixture, &request);
  g_assert_cmpuint (last->variant, ==, first->n_variants);
  g_assert_cmpstr (last->text, !=, first->text);

  g_assert_true (relance_reminders_keep_draft (fixture.book, last, &error));
  kept = relance_reminders_kept_draft (fixture.book, request.client_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->n_variants, ==, first->n_variants);

  request.variant = first->n_variants + 1;
  g_assert_null (relance_reminders_draft (fixture.book, &request, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_NOT_FOUND);
  book_fixture_tear_down (&fixture);
}

static gint64
add_invoice (BookFixture *fixture, gint64 client, const char *number, const char *due)
{
  return book_fixture_add_invoice (fixture, client, number, 40000, "EUR", "2026-09-22", due);
}

/* What is left of it decides the amounts, and stays so when the letter is kept and read again. */
static void
test_without (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (gint64));
  BookFixture fixture;
  RelanceDraftRequest request = { .client_id = set_up (&fixture) };
  gint64 other = add_invoice (&fixture, request.client_id, "F-04", "2026-11-10");
  g_autoptr (RelanceDraft) all = draw_up (&fixture, &request);
  g_autoptr (RelanceDraft) one = NULL;
  g_autoptr (RelanceDraft) kept = NULL;

  g_assert_cmpuint (all->debts->len, ==, 2);
  g_array_append_val (without, other);
  request.without = without;
  one = draw_up (&fixture, &request);
  g_assert_cmpuint (one->debts->len, ==, 1);
  g_assert_cmpstr (g_array_index (one->debts, RelanceMessageDebt, 0).number, ==, "F-042");
  g_assert_nonnull (strstr (one->text, "1\u202f200,00"));
  g_assert_null (strstr (one->text, "400,00"));

  g_assert_true (relance_reminders_read_again (fixture.book, one, &error));
  g_assert_cmpuint (one->debts->len, ==, 1);
  g_assert_true (relance_reminders_keep_draft (fixture.book, one, &error));
  kept = relance_reminders_kept_draft (fixture.book, request.client_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->debts->len, ==, 1);
  g_assert_nonnull (kept->written_text);

  g_array_append_val (without, g_array_index (one->debts, RelanceMessageDebt, 0).invoice_id);
  g_assert_null (relance_reminders_draft (fixture.book, &request, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
  book_fixture_tear_down (&fixture);
}

static char *
dup_block (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) queue = relance_reminders_due (fixture->book, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (queue->len, ==, 1);
  return g_strdup (((RelanceDue *) queue->pdata[0])->blocked);
}

/* Out until the day itself, when the client is back by themselves. */
static void
test_put_off (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = NULL;
  BookFixture fixture;
  gint64 client_id = set_up (&fixture), change = 0;
  RelanceDate today = relance_date_parse_iso (TODAY);
  g_autofree char *before = dup_block (&fixture);
  g_autofree char *after = NULL;

  g_assert_null (before);
  g_assert_false (relance_reminders_put_off (fixture.book, client_id, today, &change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (relance_reminders_put_off (fixture.book, client_id, today + 6, &change, &error));
  g_assert_no_error (error);
  g_assert_cmpint (change, >, 0);
  after = dup_block (&fixture);
  g_assert_cmpstr (after, ==, "Back on November 30, 2026: you put the letter off.");
  client = relance_clients_get (fixture.book, client_id, NULL);
  g_assert_true (relance_client_is_excluded (client, today + 5));
  g_assert_false (relance_client_is_excluded (client, today + 6));

  g_assert_false (relance_reminders_put_off (fixture.book, client_id, today + 9, &change, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_BLOCKED);
  book_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sitting/voice", test_voice);
  g_test_add_func ("/sitting/wordings", test_wordings);
  g_test_add_func ("/sitting/without", test_without);
  g_test_add_func ("/sitting/put-off", test_put_off);
  return g_test_run ();
}
