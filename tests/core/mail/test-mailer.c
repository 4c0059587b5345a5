/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fake-brevo.h"
#include "relance-brevo.h"
#include "relance-mailer.h"

#include <gio/gio.h>
#include <string.h>

#define NOW 1800000000

typedef struct
{
  FakeBrevo *fake;
  RelanceHttp *http;
  RelanceRoute *route;
  RelanceMessage *message;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *url = NULL;

  self->fake = fake_brevo_new ();
  self->http = relance_http_new ();
  relance_http_set_timeout (self->http, 1);
  url = g_strconcat (fake_brevo_get_url (self->fake), "/v3", NULL);
  self->route = relance_route_new (&relance_brevo, url, g_strdup ("xkeysib-secret"));
  self->message = relance_message_new ();
  self->message->id = g_uuid_string_random ();
  self->message->from = g_strdup ("camille@studio-nord.example");
  self->message->to = g_strdup ("lea@durand.example");
  self->message->subject = g_strdup ("Facture F-042");
  self->message->text = g_strdup ("Bonjour");
  self->message->html = g_strdup ("<p>Bonjour</p>");
  self->message->approved_at = NOW;
  self->message->request = relance_brevo.freeze (self->message, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  relance_http_free (self->http);
  relance_route_free (self->route);
  g_object_unref (self->message);
  fake_brevo_free (self->fake);
}

static RelanceOutcome *
send (Fixture *self)
{
  return relance_mailer_send (self->http, self->route, self->message, NOW, NULL);
}

static void
test_exact_bytes (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome) outcome = send (self);
  g_autofree char *body = fake_brevo_dup_last_body (self->fake);
  g_autofree char *key = fake_brevo_dup_last_key (self->fake);
  g_autofree char *reference = g_strdup_printf ("<%s@fake.example>", self->message->id);

  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  g_assert_cmpint (outcome->phase, ==, RELANCE_HTTP_COMPLETE);
  g_assert_cmpstr (outcome->reference, ==, reference);
  g_assert_cmpstr (key, ==, "xkeysib-secret");
  g_assert_cmpmem (body, strlen (body), g_bytes_get_data (self->message->request, NULL),
                   g_bytes_get_size (self->message->request));
}

static void
test_faults (Fixture *self, gconstpointer data)
{
  static const struct
  {
    FakeMode mode;
    RelanceOutcomeKind kind;
    const char *reason;
    RelanceHttpPhase phase;
  } cases[] = {
    { FAKE_DROP, RELANCE_OUTCOME_UNKNOWN, "no-answer", RELANCE_HTTP_WROTE_BODY },
    { FAKE_CUT, RELANCE_OUTCOME_ACCEPTED, "reference-missing", RELANCE_HTTP_GOT_HEADERS },
    { FAKE_FAIL_AFTER, RELANCE_OUTCOME_UNKNOWN, "server-error", RELANCE_HTTP_COMPLETE },
    { FAKE_SILENT, RELANCE_OUTCOME_UNKNOWN, "no-answer", RELANCE_HTTP_WROTE_BODY },
    { FAKE_RATE_LIMIT, RELANCE_OUTCOME_RETRY, "rate-limit", RELANCE_HTTP_COMPLETE },
    { FAKE_REFUSE, RELANCE_OUTCOME_REFUSED, "rejected", RELANCE_HTTP_COMPLETE },
    { FAKE_BAD_KEY, RELANCE_OUTCOME_ACCOUNT, "bad-key", RELANCE_HTTP_COMPLETE },
    { FAKE_BLOCKED_ADDRESS, RELANCE_OUTCOME_ACCOUNT, "network-address", RELANCE_HTTP_COMPLETE },
    { FAKE_REDIRECT, RELANCE_OUTCOME_ACCOUNT, "wrong-address", RELANCE_HTTP_COMPLETE },
    { FAKE_HUGE, RELANCE_OUTCOME_ACCEPTED, "reference-missing", RELANCE_HTTP_GOT_HEADERS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceOutcome) outcome = NULL;

      g_clear_pointer (&self->message->id, g_free);
      g_clear_pointer (&self->message->request, g_bytes_unref);
      self->message->id = g_uuid_string_random ();
      self->message->request = relance_brevo.freeze (self->message, NULL);
      fake_brevo_set_mode (self->fake, cases[i].mode);
      outcome = send (self);
      g_test_message ("mode %d: %s", cases[i].mode, outcome->reason);
      g_assert_cmpint (outcome->kind, ==, cases[i].kind);
      g_assert_cmpstr (outcome->reason, ==, cases[i].reason);
      g_assert_cmpint (outcome->phase, ==, cases[i].phase);
    }
}

static void
test_retry_after (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome) outcome = NULL;

  fake_brevo_set_mode (self->fake, FAKE_RATE_LIMIT);
  outcome = send (self);
  g_assert_cmpint (outcome->retry_after, ==, 120);
}

static void
test_key_never_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome) outcome = NULL;

  fake_brevo_set_mode (self->fake, FAKE_ECHO_KEY);
  outcome = send (self);
  g_assert_cmpstr (outcome->detail, ==, "Key … not found");
}

static void
test_nobody_there (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome) outcome = NULL;

  g_set_str (&self->route->base_url, "http://127.0.0.1:1/v3");
  outcome = send (self);
  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_RETRY);
  g_assert_cmpstr (outcome->reason, ==, "no-connection");
}

static void
test_cancelled_before (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RelanceOutcome) outcome = NULL;

  g_cancellable_cancel (cancellable);
  outcome = relance_mailer_send (self->http, self->route, self->message, NOW, cancellable);
  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_RETRY);
  g_assert_cmpuint (fake_brevo_count_posts (self->fake), ==, 0);
}

static void
test_plain_http_beyond_this_machine (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome) outcome = NULL;

  g_set_str (&self->route->base_url, "http://192.0.2.1/v3");
  outcome = send (self);
  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_ACCOUNT);
  g_assert_cmpstr (outcome->reason, ==, "insecure");
}

/* The key is not even offered to who cannot prove to be the provider. */
static void
test_untrusted (Fixture *self, gconstpointer data)
{
  g_autoptr (FakeBrevo) fake = fake_brevo_new_untrusted ();
  g_autoptr (RelanceOutcome) outcome = NULL;

  /* A machine without any certificates warns that it trusts nobody; that is enough here. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  g_free (self->route->base_url);
  self->route->base_url = g_strconcat (fake_brevo_get_url (fake), "/v3", NULL);
  outcome = send (self);
  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_ACCOUNT);
  g_assert_cmpstr (outcome->reason, ==, "untrusted");
  g_assert_null (fake_brevo_dup_last_key (fake));
}

static void
test_look_up (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome)
    before = relance_mailer_look_up (self->http, self->route, self->message, NOW, NULL);
  g_autoptr (RelanceOutcome) sent = send (self);
  g_autoptr (RelanceOutcome)
    after = relance_mailer_look_up (self->http, self->route, self->message, NOW, NULL);
  g_autoptr (RelanceOutcome) again = send (self);

  g_assert_cmpint (before->kind, ==, RELANCE_OUTCOME_ABSENT);
  g_assert_cmpint (after->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  g_assert_cmpstr (after->reference, ==, "<event@fake.example>");
  g_assert_cmpstr (again->reason, ==, "already-accepted");
  g_assert_cmpuint (fake_brevo_count_mails (self->fake, self->message->id), ==, 1);
}

/* A gateway may serve the calls without the version in their path. */
static void
test_check_finds_the_address (Fixture *self, gconstpointer data)
{
  g_autoptr (RelanceOutcome) usual = relance_mailer_check (self->http, self->route, NOW, NULL);
  g_autoptr (RelanceOutcome) other = NULL;

  g_assert_cmpint (usual->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  fake_brevo_set_prefix (self->fake, "");
  other = relance_mailer_check (self->http, self->route, NOW, NULL);
  g_assert_cmpint (other->kind, ==, RELANCE_OUTCOME_ACCEPTED);
  g_assert_cmpstr (self->route->base_url, ==, fake_brevo_get_url (self->fake));

  fake_brevo_set_mode (self->fake, FAKE_BAD_KEY);
  g_clear_pointer (&other, relance_outcome_free);
  other = relance_mailer_check (self->http, self->route, NOW, NULL);
  g_assert_cmpint (other->kind, ==, RELANCE_OUTCOME_ACCOUNT);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/mail/mailer/exact-bytes", test_exact_bytes },
    { "/mail/mailer/faults", test_faults },
    { "/mail/mailer/retry-after", test_retry_after },
    { "/mail/mailer/key-never-comes-back", test_key_never_comes_back },
    { "/mail/mailer/nobody-there", test_nobody_there },
    { "/mail/mailer/cancelled-before", test_cancelled_before },
    { "/mail/mailer/plain-http-beyond-this-machine", test_plain_http_beyond_this_machine },
    { "/mail/mailer/untrusted", test_untrusted },
    { "/mail/mailer/look-up", test_look_up },
    { "/mail/mailer/check-finds-the-address", test_check_finds_the_address },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
