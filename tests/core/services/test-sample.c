/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "book-fixture.h"

#include "relance-accounts.h"
#include "relance-check.h"
#include "relance-outbox.h"
#include "relance-reminders.h"
#include "relance-sample.h"

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BookFixture, book_fixture_tear_down)

static void
set_up_sample (BookFixture *self, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClock) clock = relance_clock_new_fixed (relance_date_parse_iso (today), 600);

  if (self->folder == NULL)
    {
      self->folder = g_dir_make_tmp ("relance-sample-XXXXXX", NULL);
      self->path = g_build_filename (self->folder, "book.db", NULL);
    }
  g_clear_object (&self->book);
  self->book = relance_sample_open_at (self->path, clock, &error);
  g_assert_no_error (error);
}

/* Whatever the day: some are late, one was reminded, and it is a good book. */
static void
test_any_day (void)
{
  static const char *const days[] = { "2026-11-24", "2027-01-01", "2028-02-29", "2027-05-09" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (BookFixture) fixture = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) due = NULL;
      g_autoptr (GPtrArray) sent = NULL;
      g_autoptr (GPtrArray) clients = NULL;
      g_autoptr (GPtrArray) senders = NULL;

      g_test_message ("%s", days[i]);
      set_up_sample (&fixture, days[i]);
      g_assert_true (relance_book_is_sample (fixture.book));
      clients = relance_clients_list (fixture.book, NULL, -1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (clients->len, ==, 12);
      due = relance_reminders_due (fixture.book, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (due->len, ==, 4);
      sent = relance_outbox_list (fixture.book, TRUE, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sent->len, ==, 1);
      g_assert_cmpint (((RelanceMessage *) sent->pdata[0])->state, ==, RELANCE_MESSAGE_ACCEPTED);
      senders = relance_senders_list (fixture.book, &error);
      g_assert_cmpuint (senders->len, ==, 1);
      relance_check (fixture.book, findings, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static void
test_nobody_is_real (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (GPtrArray) clients = NULL;

  set_up_sample (&fixture, "2026-11-24");
  clients = relance_clients_list (fixture.book, NULL, -1, NULL);
  for (guint i = 0; i < clients->len; i++)
    {
      const char *email = ((RelanceClient *) clients->pdata[i])->email;

      g_assert_true (g_str_has_suffix (email, ".example") ||
                     g_str_has_suffix (email, "@example.org"));
    }
}

static void
test_never_sends (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  set_up_sample (&fixture, "2026-11-24");
  g_assert_null (relance_outbox_send (fixture.book, NULL, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_SAMPLE);
}

/* The same day it is as it was left; on another day it is new. */
static void
test_made_anew (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) anew = NULL;

  set_up_sample (&fixture, "2026-11-24");
  book_fixture_add_client (&fixture, "Somebody Else");
  set_up_sample (&fixture, "2026-11-24");
  same = relance_clients_list (fixture.book, NULL, -1, NULL);
  g_assert_cmpuint (same->len, ==, 13);
  set_up_sample (&fixture, "2026-11-25");
  anew = relance_clients_list (fixture.book, NULL, -1, NULL);
  g_assert_cmpuint (anew->len, ==, 12);
}

static void
test_own_book_is_left_alone (void)
{
  g_auto (BookFixture) fixture = { 0 };
  g_autoptr (RelanceClock) clock = relance_clock_new_fixed (relance_date_new (2026, 11, 24), 600);
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClient) client = NULL;

  book_fixture_set_up (&fixture, "2026-11-24");
  book_fixture_add_client (&fixture, "Somebody");
  g_assert_null (relance_sample_open_at (fixture.path, clock, &error));
  g_assert_error (error, RELANCE_SERVICE_ERROR, RELANCE_SERVICE_ERROR_INVALID);
  client = relance_clients_find (fixture.book, "Somebody", NULL);
  g_assert_nonnull (client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/services/sample/any-day", test_any_day);
  g_test_add_func ("/services/sample/nobody-is-real", test_nobody_is_real);
  g_test_add_func ("/services/sample/never-sends", test_never_sends);
  g_test_add_func ("/services/sample/made-anew", test_made_anew);
  g_test_add_func ("/services/sample/own-book-is-left-alone", test_own_book_is_left_alone);

  return g_test_run ();
}
