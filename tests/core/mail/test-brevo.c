/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-brevo.h"
#include "relance-mail-error.h"

#include <string.h>

#define ID "7d444840-9dc0-11d1-b245-5ffdce74fad2"
#define NOW 1800000000

static RelanceMessage *
new_message (void)
{
  RelanceMessage *message = relance_message_new ();

  message->id = g_strdup (ID);
  message->from = g_strdup ("camille@studio-nord.example");
  message->from_name = g_strdup ("Camille Nord");
  message->to = g_strdup ("lea@durand.example");
  message->to_name = g_strdup ("Léa Durand");
  message->subject = g_strdup ("Facture F-042");
  message->text = g_strdup ("Bonjour,\n");
  message->html = g_strdup ("<p>Bonjour,</p>");

  return message;
}

static char *
freeze_text (RelanceMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = relance_brevo.freeze (message, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_payload (void)
{
  g_autoptr (RelanceMessage) message = new_message ();
  g_autofree char *text = NULL;

  message->reply_to = g_strdup ("compta@studio-nord.example");
  text = freeze_text (message);
  g_assert_cmpstr (
    text, ==,
    "{\"sender\":{\"email\":\"camille@studio-nord.example\",\"name\":\"Camille Nord\"},"
    "\"to\":[{\"email\":\"lea@durand.example\",\"name\":\"Léa Durand\"}],"
    "\"replyTo\":{\"email\":\"compta@studio-nord.example\"},"
    "\"subject\":\"Facture F-042\",\"htmlContent\":\"<p>Bonjour,</p>\","
    "\"textContent\":\"Bonjour,\\n\","
    "\"headers\":{\"X-Relance-Id\":\"" ID "\",\"idempotencyKey\":\"" ID
    "\",\"Idempotency-Key\":\"" ID "\"},"
    "\"tags\":[\"relance-" ID "\"]}");
}

static void
test_files (void)
{
  g_autoptr (RelanceMessage) message = new_message ();
  g_autofree char *text = NULL;
  RelanceMessageFile file = {
    .name = g_strdup ("Facture n° 42.pdf"),
    .media_type = g_strdup ("application/pdf"),
    .content = g_bytes_new_static ("%PDF-", 5),
  };

  g_array_append_val (message->files, file);
  text = freeze_text (message);
  g_assert_nonnull (strstr (text, "\"attachment\":[{\"name\":\"Facture-n"));
  g_assert_nonnull (strstr (text, "42.pdf\",\"content\":\"JVBERi0=\"}]"));
}

static void
test_odd_names (void)
{
  static const struct
  {
    const char *name;
    const char *to;
  } cases[] = {
    { "Dupont, Jean", "{\"email\":\"lea@durand.example\",\"name\":\"Dupont, Jean\"}" },
    { "\"x\" <evil@x.example>",
      "{\"email\":\"lea@durand.example\",\"name\":\"\\\"x\\\" <evil@x.example>\"}" },
    { "a\\\"b", "{\"email\":\"lea@durand.example\",\"name\":\"a\\\\\\\"b\"}" },
    { "Dur\u202Eand\u2066", "{\"email\":\"lea@durand.example\",\"name\":\"Durand\"}" },
    { "Bcc: a@b.example", "{\"email\":\"lea@durand.example\",\"name\":\"Bcc: a@b.example\"}" },
    { "", "{\"email\":\"lea@durand.example\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceMessage) message = new_message ();
      g_autofree char *wanted = g_strdup_printf ("\"to\":[%s]", cases[i].to);
      g_autofree char *text = NULL;

      g_set_str (&message->to_name, cases[i].name);
      text = freeze_text (message);
      g_assert_nonnull (strstr (text, wanted));
    }
}

static void
assert_refused (RelanceMessage *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = relance_brevo.freeze (message, &error);

  g_assert_error (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_HEADER);
  g_assert_null (bytes);
}

static void
test_no_injection (void)
{
  static const char *const breaks[] = { "x\r\nBcc: a@b.example",
                                        "x\ny",
                                        "x\ry",
                                        "x\ty",
                                        "x\u2028y",
                                        "x\xc2\x85y",
                                        "x\x7fy",
                                        "bad\xff utf" };
  static const char *const addresses[] = { "a@b.example, c@d.example",
                                           "a@b.example;c@d.example",
                                           "A <a@b.example>",
                                           "é@b.example",
                                           "a@b.example\r\nBcc: c@d.example",
                                           "",
                                           "nobody" };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (RelanceMessage) to = new_message ();
      g_autoptr (RelanceMessage) from = new_message ();
      g_autoptr (RelanceMessage) subject = new_message ();

      g_set_str (&to->to_name, breaks[i]);
      g_set_str (&from->from_name, breaks[i]);
      g_set_str (&subject->subject, breaks[i]);
      assert_refused (to);
      assert_refused (from);
      assert_refused (subject);
    }
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (RelanceMessage) to = new_message ();
      g_autoptr (RelanceMessage) reply_to = new_message ();

      g_set_str (&to->to, addresses[i]);
      g_set_str (&reply_to->reply_to, addresses[i]);
      assert_refused (to);
      assert_refused (reply_to);
    }
}

static void
test_send_answers (void)
{
  static const struct
  {
    RelanceHttpPhase phase;
    int status;
    const char *body;
    RelanceOutcomeKind kind;
    const char *reason;
    const char *reference;
  } cases[] = {
    { RELANCE_HTTP_COMPLETE, 201, "{\"messageId\":\"<a@b>\"}", RELANCE_OUTCOME_ACCEPTED, NULL,
      "<a@b>" },
    { RELANCE_HTTP_GOT_HEADERS, 201, "{\"messageId\":\"<a", RELANCE_OUTCOME_ACCEPTED,
      "reference-missing", NULL },
    { RELANCE_HTTP_COMPLETE, 200, "<html>hello</html>", RELANCE_OUTCOME_ACCEPTED,
      "reference-missing", NULL },
    { RELANCE_HTTP_COMPLETE, 201, "{\"messageId\":[1]}", RELANCE_OUTCOME_ACCEPTED,
      "reference-missing", NULL },
    { RELANCE_HTTP_COMPLETE, 201, "", RELANCE_OUTCOME_ACCEPTED, "reference-missing", NULL },
    { RELANCE_HTTP_COMPLETE, 400, "{\"code\":\"duplicate_parameter\"}", RELANCE_OUTCOME_ACCEPTED,
      "already-accepted", NULL },
    { RELANCE_HTTP_COMPLETE, 400, "{\"code\":\"duplicate_request\"}", RELANCE_OUTCOME_ACCEPTED,
      "already-accepted", NULL },
    { RELANCE_HTTP_COMPLETE, 400, "{\"code\":\"invalid_parameter\"}", RELANCE_OUTCOME_REFUSED,
      "rejected", NULL },
    { RELANCE_HTTP_COMPLETE, 400, "{\"code\":\"not_enough_credits\"}", RELANCE_OUTCOME_ACCOUNT,
      "no-credits", NULL },
    { RELANCE_HTTP_COMPLETE, 401, "{\"message\":\"Key not found\"}", RELANCE_OUTCOME_ACCOUNT,
      "bad-key", NULL },
    { RELANCE_HTTP_COMPLETE, 401, "{\"message\":\"unrecognised IP address 192.0.2.1\"}",
      RELANCE_OUTCOME_ACCOUNT, "network-address", NULL },
    { RELANCE_HTTP_COMPLETE, 402, "{}", RELANCE_OUTCOME_ACCOUNT, "no-credits", NULL },
    { RELANCE_HTTP_COMPLETE, 403, "{}", RELANCE_OUTCOME_ACCOUNT, "forbidden", NULL },
    { RELANCE_HTTP_COMPLETE, 404, "not here", RELANCE_OUTCOME_ACCOUNT, "wrong-address", NULL },
    { RELANCE_HTTP_COMPLETE, 307, "", RELANCE_OUTCOME_ACCOUNT, "wrong-address", NULL },
    { RELANCE_HTTP_COMPLETE, 429, "{}", RELANCE_OUTCOME_RETRY, "rate-limit", NULL },
    { RELANCE_HTTP_COMPLETE, 500, "{}", RELANCE_OUTCOME_UNKNOWN, "server-error", NULL },
    { RELANCE_HTTP_COMPLETE, 503, "{\"code\":\"duplicate_parameter\"}", RELANCE_OUTCOME_UNKNOWN,
      "server-error", NULL },
    { RELANCE_HTTP_NOT_STARTED, 0, NULL, RELANCE_OUTCOME_RETRY, "no-connection", NULL },
    { RELANCE_HTTP_STARTED, 0, NULL, RELANCE_OUTCOME_UNKNOWN, "no-answer", NULL },
    { RELANCE_HTTP_WROTE_BODY, 0, NULL, RELANCE_OUTCOME_UNKNOWN, "no-answer", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceHttpAnswer)
        answer = relance_http_answer_new (cases[i].phase, cases[i].status, cases[i].body);
      g_autoptr (RelanceOutcome) outcome = relance_brevo.parse_send (answer, NOW);

      g_test_message ("%d %s", cases[i].status, cases[i].body);
      g_assert_cmpint (outcome->kind, ==, cases[i].kind);
      g_assert_cmpstr (outcome->reason, ==, cases[i].reason);
      g_assert_cmpstr (outcome->reference, ==, cases[i].reference);
      g_assert_cmpint (outcome->phase, ==, cases[i].phase);
    }
}

static void
test_untrusted (void)
{
  g_autoptr (RelanceHttpAnswer)
    answer = relance_http_answer_new (RELANCE_HTTP_NOT_STARTED, 0, NULL);
  g_autoptr (RelanceOutcome) outcome = NULL;

  answer->failure = RELANCE_HTTP_FAILURE_UNTRUSTED;
  outcome = relance_brevo.parse_check (answer, NOW);
  g_assert_cmpint (outcome->kind, ==, RELANCE_OUTCOME_ACCOUNT);
  g_assert_cmpstr (outcome->reason, ==, "untrusted");
}

static void
test_lookup_answers (void)
{
  static const struct
  {
    RelanceHttpPhase phase;
    int status;
    const char *body;
    RelanceOutcomeKind kind;
    const char *reference;
  } cases[] = {
    { RELANCE_HTTP_COMPLETE, 200, "{}", RELANCE_OUTCOME_ABSENT, NULL },
    { RELANCE_HTTP_COMPLETE, 200, "{\"events\":[]}", RELANCE_OUTCOME_ABSENT, NULL },
    { RELANCE_HTTP_COMPLETE, 200,
      "{\"events\":[{\"tag\":\"relance-" ID "\",\"messageId\":\"<m>\"}]}", RELANCE_OUTCOME_ACCEPTED,
      "<m>" },
    { RELANCE_HTTP_COMPLETE, 200,
      "{\"events\":[{\"tags\":[\"relance-" ID "\"],\"messageId\":\"<m>\"}]}",
      RELANCE_OUTCOME_ACCEPTED, "<m>" },
    { RELANCE_HTTP_COMPLETE, 200,
      "{\"events\":[{\"tag\":\"[\\\"relance-" ID "\\\"]\",\"messageId\":\"<m>\"}]}",
      RELANCE_OUTCOME_ACCEPTED, "<m>" },
    { RELANCE_HTTP_COMPLETE, 200,
      "{\"events\":[{\"tag\":\"relance-other\",\"messageId\":\"<m>\"}]}", RELANCE_OUTCOME_ABSENT,
      NULL },
    { RELANCE_HTTP_COMPLETE, 200, "{\"error\":\"no such call\"}", RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_COMPLETE, 200, "<html>", RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_GOT_HEADERS, 200, "{}", RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_COMPLETE, 404, "{}", RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_COMPLETE, 400, "{\"code\":\"duplicate_parameter\"}", RELANCE_OUTCOME_UNKNOWN,
      NULL },
    { RELANCE_HTTP_COMPLETE, 500, "{}", RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_COMPLETE, 429, "{}", RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_NOT_STARTED, 0, NULL, RELANCE_OUTCOME_UNKNOWN, NULL },
    { RELANCE_HTTP_COMPLETE, 401, "{}", RELANCE_OUTCOME_ACCOUNT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RelanceHttpAnswer)
        answer = relance_http_answer_new (cases[i].phase, cases[i].status, cases[i].body);
      g_autoptr (RelanceOutcome) outcome = relance_brevo.parse_lookup (answer, ID, NOW);

      g_test_message ("%d %s", cases[i].status, cases[i].body);
      g_assert_cmpint (outcome->kind, ==, cases[i].kind);
      g_assert_cmpstr (outcome->reference, ==, cases[i].reference);
    }
}

static void
test_base_urls (void)
{
  static const struct
  {
    const char *given;
    const char *kept;
  } cases[] = {
    { "https://api.brevo.com/v3", "https://api.brevo.com/v3" },
    { "https://api.brevo.com/v3//", "https://api.brevo.com/v3" },
    { " https://gateway.example ", "https://gateway.example/v3" },
    { "https://gateway.example/mail", "https://gateway.example/mail" },
    { "http://127.0.0.1:8080/", "http://127.0.0.1:8080/v3" },
    { "http://[::1]:8080", "http://[::1]:8080/v3" },
    { "http://localhost:8080", "http://localhost:8080/v3" },
    { "http://api.brevo.com/v3", NULL },
    { "http://localhost.evil.example", NULL },
    { "http://127.0.0.1.evil.example", NULL },
    { "http://localhost@evil.example", NULL },
    { "https://user:secret@gateway.example", NULL },
    { "https://gateway.example/?a=b", NULL },
    { "ftp://127.0.0.1", NULL },
    { "file:///etc", NULL },
    { "brevo", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = relance_brevo.normalize_base_url (cases[i].given, NULL);

      g_test_message ("%s", cases[i].given);
      g_assert_cmpstr (kept, ==, cases[i].kept);
    }
}

static void
test_retry_after (void)
{
  g_autoptr (RelanceHttpAnswer) answer = relance_http_answer_new (RELANCE_HTTP_COMPLETE, 429, "{}");
  g_autoptr (RelanceOutcome) outcome = NULL;

  g_hash_table_insert (answer->headers, g_strdup ("retry-after"), g_strdup ("7"));
  g_hash_table_insert (answer->headers, g_strdup ("x-sib-ratelimit-reset"), g_strdup ("90"));
  outcome = relance_brevo.parse_send (answer, NOW);
  g_assert_cmpint (outcome->retry_after, ==, 90);

  g_assert_cmpint (relance_retry_after_parse ("120", NOW), ==, 120);
  g_assert_cmpint (relance_retry_after_parse ("Fri, 15 Jan 2027 08:00:30 GMT", NOW), ==, 30);
  g_assert_cmpint (relance_retry_after_parse ("Fri, 15 Jan 2021 08:00:30 GMT", NOW), ==, 0);
  g_assert_cmpint (relance_retry_after_parse ("99999999999999999999", NOW), ==, 0);
  g_assert_cmpint (relance_retry_after_parse ("4000000000", NOW), ==, 24 * 3600);
  g_assert_cmpint (relance_retry_after_parse ("-5", NOW), ==, 0);
  g_assert_cmpint (relance_retry_after_parse ("soon", NOW), ==, 0);
  g_assert_cmpint (relance_retry_after_parse (NULL, NOW), ==, 0);
}

static void
test_retry_delay (void)
{
  g_assert_cmpint (relance_retry_delay (1, 0, 0), ==, 30);
  g_assert_cmpint (relance_retry_delay (2, 0, 0), ==, 60);
  g_assert_cmpint (relance_retry_delay (3, 0, 1), ==, 144);
  g_assert_cmpint (relance_retry_delay (3, 0, -1), ==, 96);
  g_assert_cmpint (relance_retry_delay (50, 0, 1), ==, 3600);
  g_assert_cmpint (relance_retry_delay (1, 7200, -1), ==, 7200);
}

static void
test_redaction (void)
{
  g_autoptr (RelanceOutcome) outcome = relance_outcome_new (RELANCE_OUTCOME_REFUSED, "rejected");

  outcome->detail = g_strdup ("the key xkeysib-123\nis bad: xkeysib-123");
  outcome->reference = g_strdup ("<xkeysib-123@x>");
  relance_outcome_redact (outcome, "xkeysib-123");
  g_assert_cmpstr (outcome->detail, ==, "the key … is bad: …");
  g_assert_cmpstr (outcome->reference, ==, "<…@x>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/brevo/payload", test_payload);
  g_test_add_func ("/mail/brevo/files", test_files);
  g_test_add_func ("/mail/brevo/odd-names", test_odd_names);
  g_test_add_func ("/mail/brevo/no-injection", test_no_injection);
  g_test_add_func ("/mail/brevo/send-answers", test_send_answers);
  g_test_add_func ("/mail/brevo/untrusted", test_untrusted);
  g_test_add_func ("/mail/brevo/lookup-answers", test_lookup_answers);
  g_test_add_func ("/mail/brevo/base-urls", test_base_urls);
  g_test_add_func ("/mail/brevo/retry-after", test_retry_after);
  g_test_add_func ("/mail/brevo/retry-delay", test_retry_delay);
  g_test_add_func ("/mail/brevo/redaction", test_redaction);

  return g_test_run ();
}
