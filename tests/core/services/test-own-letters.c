/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-accounts.h"
#include "relance-letter-trial.h"
#include "relance-letters.h"
#include "relance-own-letters.h"

#include "book-fixture.h"

#include <string.h>

#define TODAY "2026-11-24"
#define NAME "en/first-friendly"
#define OWN "Subject: Ours\nSMS: Hello\n\nBalance: {{#one}}{{balance}}{{/one}}\n"

static RelanceLetterTrial *
try_letter (BookFixture *fixture,
            const char *name,
            const char *text,
            gint64 client,
            gboolean several)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceLetterTrialRequest) request = relance_letter_trial_request_new (name, text);
  RelanceLetterTrial *trial;

  request->client_id = client;
  request->several = several;
  trial = relance_letter_trial_run (fixture->book, request, &error);
  g_assert_no_error (error);
  return trial;
}

static void
set_business (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceBusiness) business = relance_business_load (fixture->book, &error);

  g_assert_no_error (error);
  relance_business_take (business, RELANCE_BUSINESS_NAME, g_strdup ("Studio Nord"));
  g_assert_true (relance_business_save (fixture->book, business, &error));
}

static RelanceLetterEntry *
find (BookFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RelanceLetterEntry *entry = relance_letters_find (fixture->book, NAME, &error);

  g_assert_no_error (error);
  return entry;
}

static void
check_sample (BookFixture *fixture, const RelanceLetterEntry *entry, gboolean several)
{
  g_autofree char *template = relance_letters_load (entry->name);
  g_autoptr (RelanceLetterTrial) trial = try_letter (fixture, entry->name, template, 0, several);

  g_test_message ("%s, several: %d", entry->name, several);
  g_assert_cmpuint (trial->notes->len, ==, 0);
  g_assert_true (trial->is_sample);
  g_assert_cmpuint (strlen (trial->subject), >, 0);
  g_assert_cmpuint (strlen (trial->text), >, 0);
  g_assert_cmpuint (trial->sms_parts, ==, 1);
  g_assert_null (strstr (trial->text, "{{"));
  g_assert_null (strstr (trial->text, "  "));
  g_assert_null (strstr (trial->text, "\n\n\n"));
}

/* The sample knows all that any letter speaks of. */
static void
test_sample (void)
{
  BookFixture fixture;
  g_autoptr (GPtrArray) entries = relance_letters_list (NULL, NULL);

  book_fixture_set_up (&fixture, TODAY);
  set_business (&fixture);
  for (guint i = 0; i < entries->len; i++)
    {
      check_sample (&fixture, g_ptr_array_index (entries, i), FALSE);
      check_sample (&fixture, g_ptr_array_index (entries, i), TRUE);
    }
  book_fixture_tear_down (&fixture);
}

static void
test_client (void)
{
  BookFixture fixture;
  gint64 owing, settled;

  book_fixture_set_up (&fixture, TODAY);
  owing = book_fixture_add_client (&fixture, "Atelier Durand");
  settled = book_fixture_add_client (&fixture, "Studio Sample");
  book_fixture_add_invoice (&fixture, owing, "F-042", 123456, "EUR", "2026-10-01", "2026-10-31");

  {
    g_autoptr (RelanceLetterTrial) real = try_letter (&fixture, NAME, OWN, owing, FALSE);
    g_autoptr (RelanceLetterTrial) sample = try_letter (&fixture, NAME, OWN, settled, FALSE);
    g_autoptr (RelanceLetterTrial) gone = try_letter (&fixture, NAME, OWN, 999, FALSE);

    g_assert_false (real->is_sample);
    g_assert_cmpstr (real->text, ==, "Balance: €1,234.56");
    g_assert_cmpstr (real->subject, ==, "Ours");
    g_assert_cmpuint (real->sms_units, ==, 5);
    g_assert_true (sample->is_sample);
    g_assert_cmpstr (sample->text, ==, "Balance: €480.00");
    g_assert_true (gone->is_sample);
  }
  book_fixture_tear_down (&fixture);
}

static void
test_faults (void)
{
  BookFixture fixture;

  book_fixture_set_up (&fixture, TODAY);
  {
    g_autoptr (RelanceLetterTrial)
      trial = try_letter (&fixture, NAME, "Subject: a\n\n{{nonsense}}\n{{balanc}}\n", 0, FALSE);

    g_assert_null (trial->text);
    g_assert_cmpuint (trial->notes->len, ==, 2);
    g_assert_cmpuint (((RelanceLetterNote *) trial->notes->pdata[0])->line, ==, 3);
    g_assert_cmpstr (((RelanceLetterNote *) trial->notes->pdata[1])->name, ==, "balanc");
  }
  book_fixture_tear_down (&fixture);
}

/* Words that are no letter yet come back, and are in no way of drafting. */
static void
test_typed (void)
{
  BookFixture fixture;
  g_autoptr (GError) error = NULL;

  book_fixture_set_up (&fixture, TODAY);
  g_assert_true (relance_own_letters_keep_typed (fixture.book, NAME, "{{", &error));
  {
    g_autoptr (RelanceLetterEntry) entry = find (&fixture);

    g_assert_cmpstr (entry->typed, ==, "{{");
    g_assert_null (entry->own);
  }
  g_assert_true (relance_own_letters_set (fixture.book, NAME, OWN, &error));
  {
    g_autoptr (RelanceLetterEntry) entry = find (&fixture);

    g_assert_null (entry->typed);
    g_assert_cmpstr (entry->own, ==, OWN);
  }
  g_assert_true (relance_own_letters_keep_typed (fixture.book, NAME, "more", &error));
  g_assert_true (relance_own_letters_forget_typed (fixture.book, NAME, &error));
  {
    g_autoptr (RelanceLetterEntry) entry = find (&fixture);

    g_assert_null (entry->typed);
    g_assert_cmpstr (entry->own, ==, OWN);
  }
  book_fixture_tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-letters/sample", test_sample);
  g_test_add_func ("/own-letters/client", test_client);
  g_test_add_func ("/own-letters/faults", test_faults);
  g_test_add_func ("/own-letters/typed", test_typed);

  return g_test_run ();
}
