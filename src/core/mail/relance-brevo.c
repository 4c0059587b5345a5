/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-brevo.h"

#include "relance-mail-error.h"
#include "relance-mail-header.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * Brevo, https://developers.brevo.com/reference: POST /smtp/email, GET /account,
 * GET /smtp/statistics/events, with the key in the header "api-key".
 */

#define API_PATH "/v3"

/* Brevo remembers an idempotency key for 30 minutes; the rest is for a slow answer and a slow clock. */
#define REPLAY_SECONDS (25 * 60)
#define SETTLE_SECONDS 60

static char *
normalize_base_url (const char *given, GError **error)
{
  g_autofree char *url = g_strstrip (g_strdup (given));
  g_autoptr (GUri) uri = NULL;

  while (g_str_has_suffix (url, "/"))
    url[strlen (url) - 1] = '\0';
  if (relance_http_url_is_allowed (url))
    uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_query (uri) != NULL)
    {
      g_set_error_literal (error, RELANCE_MAIL_ERROR, RELANCE_MAIL_ERROR_BASE_URL,
                           "not https, nor http on this machine");
      return NULL;
    }
  if (*g_uri_get_path (uri) == '\0')
    return g_strconcat (url, API_PATH, NULL);

  return g_steal_pointer (&url);
}

/* Gateways in front of Brevo serve the same calls with or without the version in their path. */
static char *
other_base_url (const char *base_url)
{
  if (!g_str_has_suffix (base_url, API_PATH))
    return NULL;

  return g_strndup (base_url, strlen (base_url) - strlen (API_PATH));
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/* Brevo refuses a name that is empty. */
static gboolean
add_mailbox (JsonBuilder *builder, const char *address, const char *name, GError **error)
{
  g_autofree char *clean_address = relance_mail_header_check_address (address, error);
  g_autofree char *clean_name = NULL;

  if (clean_address == NULL)
    return FALSE;
  clean_name = relance_mail_header_check_text (name != NULL ? name : "", error);
  if (clean_name == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  add_member (builder, "email", clean_address);
  if (*clean_name != '\0')
    add_member (builder, "name", clean_name);
  json_builder_end_object (builder);

  return TRUE;
}

static gboolean
add_mailboxes (JsonBuilder *builder, RelanceMessage *message, GError **error)
{
  json_builder_set_member_name (builder, "sender");
  if (!add_mailbox (builder, message->from, message->from_name, error))
    return FALSE;

  json_builder_set_member_name (builder, "to");
  json_builder_begin_array (builder);
  if (!add_mailbox (builder, message->to, message->to_name, error))
    return FALSE;
  json_builder_end_array (builder);

  if (message->reply_to == NULL)
    return TRUE;
  json_builder_set_member_name (builder, "replyTo");

  return add_mailbox (builder, message->reply_to, NULL, error);
}

/* Brevo tells what a file is by the ending of its name. */
static void
add_files (JsonBuilder *builder, GArray *files)
{
  if (files->len == 0)
    return;
  json_builder_set_member_name (builder, "attachment");
  json_builder_begin_array (builder);
  for (guint i = 0; i < files->len; i++)
    {
      const RelanceMessageFile *file = &g_array_index (files, RelanceMessageFile, i);
      g_autofree char *name = relance_mail_header_dup_file_name (file->name);
      gsize size;
      const guchar *data = g_bytes_get_data (file->content, &size);
      g_autofree char *content = g_base64_encode (data, size);

      json_builder_begin_object (builder);
      add_member (builder, "name", name);
      add_member (builder, "content", content);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Brevo's guide and its library spell the idempotency key differently; both are sent. */
static void
add_markers (JsonBuilder *builder, const char *id)
{
  g_autofree char *tag = g_strconcat ("relance-", id, NULL);

  json_builder_set_member_name (builder, "headers");
  json_builder_begin_object (builder);
  add_member (builder, "X-Relance-Id", id);
  add_member (builder, "idempotencyKey", id);
  add_member (builder, "Idempotency-Key", id);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, tag);
  json_builder_end_array (builder);
}

static GBytes *
generate_bytes (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  char *text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
freeze (RelanceMessage *message, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *subject = relance_mail_header_check_text (message->subject, error);

  if (subject == NULL)
    return NULL;

  json_builder_begin_object (builder);
  if (!add_mailboxes (builder, message, error))
    return NULL;
  add_member (builder, "subject", subject);
  add_member (builder, "htmlContent", message->html);
  add_member (builder, "textContent", message->text);
  add_files (builder, message->files);
  add_markers (builder, message->id);
  json_builder_end_object (builder);

  return generate_bytes (builder);
}

static RelanceHttpRequest *
build_request (const char *method, char *url, const char *key)
{
  RelanceHttpRequest *request = relance_http_request_new (method, url);

  relance_http_request_add_header (request, "api-key", key);
  relance_http_request_add_header (request, "Accept", "application/json");

  return request;
}

static RelanceHttpRequest *
build_send (const char *base_url, const char *key, GBytes *body)
{
  RelanceHttpRequest *request =
    build_request ("POST", g_strconcat (base_url, "/smtp/email", NULL), key);

  request->content_type = "application/json";
  request->body = g_bytes_ref (body);

  return request;
}

static RelanceHttpRequest *
build_check (const char *base_url, const char *key)
{
  return build_request ("GET", g_strconcat (base_url, "/account", NULL), key);
}

static RelanceHttpRequest *
build_lookup (const char *base_url, const char *key, const char *id, int days)
{
  return build_request (
    "GET",
    g_strdup_printf ("%s/smtp/statistics/events?tags=relance-%s&days=%d", base_url, id, days), key);
}

/* %NULL when the answer is not a JSON object, or was cut. */
static JsonObject *
parse_object (const RelanceHttpAnswer *answer)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  gsize size;
  const char *data;

  if (answer->body == NULL)
    return NULL;
  data = g_bytes_get_data (answer->body, &size);
  if (size == 0 || !g_utf8_validate_len (data, size, NULL) ||
      !json_parser_load_from_data (parser, data, size, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  return json_object_ref (json_node_get_object (root));
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  return json_node_get_string (node);
}

/* After 30 days Brevo starts to refuse addresses on the network that it has not seen before. */
static gboolean
speaks_of_network_address (const char *words)
{
  g_autofree char *folded = words != NULL ? g_utf8_casefold (words, -1) : NULL;

  return folded != NULL &&
         (strstr (folded, "ip address") != NULL || strstr (folded, "authorised_ips") != NULL);
}

/* Brevo's own codes say more than the status; they decide where they are known. */
static void
apply_code (RelanceOutcome *outcome, const char *code)
{
  static const struct
  {
    const char *code;
    const char *reason;
  } codes[] = {
    { "not_enough_credits", "no-credits" },
    { "account_under_validation", "under-validation" },
    { "permission_denied", "forbidden" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (code, codes[i].code) == 0)
      {
        outcome->kind = RELANCE_OUTCOME_ACCOUNT;
        outcome->reason = codes[i].reason;
      }
}

static void
apply_rate_limit (RelanceOutcome *outcome, const RelanceHttpAnswer *answer, gint64 now)
{
  const char *reset = relance_http_answer_get_header (answer, "x-sib-ratelimit-reset");

  outcome->retry_after = MAX (outcome->retry_after, relance_retry_after_parse (reset, now));
}

static RelanceOutcome *
parse_error (const RelanceHttpAnswer *answer, gint64 now)
{
  RelanceOutcome *outcome = relance_outcome_new_from_status (answer, now);
  g_autoptr (JsonObject) object = parse_object (answer);

  outcome->detail = g_strdup (get_string (object, "message"));
  if (answer->status >= 400 && answer->status < 500 && answer->status != 429)
    apply_code (outcome, get_string (object, "code"));
  if (answer->status == 429)
    apply_rate_limit (outcome, answer, now);
  if (answer->status == 401 && speaks_of_network_address (outcome->detail))
    outcome->reason = "network-address";

  return outcome;
}

static RelanceOutcome *
accept (const RelanceHttpAnswer *answer, const char *reason, const char *reference)
{
  RelanceOutcome *outcome = relance_outcome_new (RELANCE_OUTCOME_ACCEPTED, reason);

  outcome->phase = answer->phase;
  outcome->status = answer->status;
  outcome->reference = g_strdup (reference);

  return outcome;
}

static gboolean
is_success (const RelanceHttpAnswer *answer)
{
  return answer->status >= 200 && answer->status < 300;
}

static gboolean
is_duplicate (JsonObject *object)
{
  const char *code = get_string (object, "code");

  return g_strcmp0 (code, "duplicate_parameter") == 0 || g_strcmp0 (code, "duplicate_request") == 0;
}

/* A 2xx whose body was cut or is no JSON is a mail that left: only its id is missing. And an
 * idempotency key that Brevo has seen is one of ours that it took. */
static RelanceOutcome *
parse_send (const RelanceHttpAnswer *answer, gint64 now)
{
  g_autoptr (JsonObject) object = parse_object (answer);
  const char *reference;

  if (answer->status >= 400 && answer->status < 500 && is_duplicate (object))
    return accept (answer, "already-accepted", NULL);
  if (!is_success (answer))
    return parse_error (answer, now);

  reference = get_string (object, "messageId");

  return accept (answer, reference == NULL ? "reference-missing" : NULL, reference);
}

static RelanceOutcome *
parse_check (const RelanceHttpAnswer *answer, gint64 now)
{
  g_autoptr (JsonObject) object = NULL;

  if (!is_success (answer))
    return parse_error (answer, now);

  object = parse_object (answer);
  if (object == NULL)
    {
      RelanceOutcome *outcome = relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "not-a-provider");

      outcome->phase = answer->phase;
      outcome->status = answer->status;
      return outcome;
    }

  return accept (answer, NULL, NULL);
}

static gboolean
array_speaks_of (JsonArray *array, const char *tag)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), tag) == 0)
        return TRUE;
    }

  return FALSE;
}

/* An event names its tag in text, sometimes several in one; one that names none is trusted,
 * because only ours were asked for. */
static gboolean
event_is_ours (JsonObject *event, const char *tag)
{
  JsonNode *tags = json_object_get_member (event, "tags");
  const char *text = get_string (event, "tag");

  if (tags != NULL && JSON_NODE_HOLDS_ARRAY (tags))
    return array_speaks_of (json_node_get_array (tags), tag);

  return text == NULL || *text == '\0' || strstr (text, tag) != NULL;
}

static JsonObject *
find_event (JsonArray *events, const char *id)
{
  g_autofree char *tag = g_strconcat ("relance-", id, NULL);

  for (guint i = 0; i < json_array_get_length (events); i++)
    {
      JsonNode *node = json_array_get_element (events, i);

      if (JSON_NODE_HOLDS_OBJECT (node) && event_is_ours (json_node_get_object (node), tag))
        return json_node_get_object (node);
    }

  return NULL;
}

static RelanceOutcome *
parse_events (const RelanceHttpAnswer *answer, JsonObject *object, const char *id)
{
  JsonNode *node = json_object_get_member (object, "events");
  JsonObject *event = NULL;
  RelanceOutcome *outcome;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    event = find_event (json_node_get_array (node), id);
  if (event != NULL)
    return accept (answer, "found", get_string (event, "messageId"));

  outcome = relance_outcome_new (RELANCE_OUTCOME_ABSENT, "not-found");
  outcome->phase = answer->phase;
  outcome->status = answer->status;

  return outcome;
}

/* Any event is proof that Brevo took the message. None, and only in an answer that came whole,
 * means that it knows nothing of it. */
static RelanceOutcome *
parse_lookup (const RelanceHttpAnswer *answer, const char *id, gint64 now)
{
  g_autoptr (JsonObject) object = NULL;
  RelanceOutcome *outcome;

  if (is_success (answer) && answer->phase == RELANCE_HTTP_COMPLETE)
    object = parse_object (answer);
  if (object != NULL &&
      (json_object_has_member (object, "events") || json_object_get_size (object) == 0))
    return parse_events (answer, object, id);

  outcome = is_success (answer) ? relance_outcome_new (RELANCE_OUTCOME_UNKNOWN, NULL)
                                : parse_error (answer, now);
  outcome->phase = answer->phase;
  outcome->status = answer->status;
  if (outcome->kind != RELANCE_OUTCOME_ACCOUNT || answer->status == 404 || answer->status == 405)
    {
      outcome->kind = RELANCE_OUTCOME_UNKNOWN;
      outcome->reason = "look-up-failed";
    }

  return outcome;
}

const RelanceProvider relance_brevo = {
  .name = "brevo",
  .default_base_url = "https://api.brevo.com/v3",
  .replay_seconds = REPLAY_SECONDS,
  .settle_seconds = SETTLE_SECONDS,
  .normalize_base_url = normalize_base_url,
  .other_base_url = other_base_url,
  .freeze = freeze,
  .build_send = build_send,
  .parse_send = parse_send,
  .build_check = build_check,
  .parse_check = parse_check,
  .build_lookup = build_lookup,
  .parse_lookup = parse_lookup,
};
