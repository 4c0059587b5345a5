/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-http.h"

#include <libsoup/soup.h>
#include <string.h>

/* An answer of a mail provider has a few hundred bytes; the rest is never read. */
#define ANSWER_MAX_BYTES (1024 * 1024)

#define TIMEOUT_SECONDS 60

struct _RelanceHttp
{
  guint timeout;
  RelanceHttpPhaseFunc phase_func;
  gpointer phase_data;
};

/* One exchange: what the signals of its message write to. */
typedef struct
{
  RelanceHttp *http;
  RelanceHttpAnswer *answer;
  GCancellable *cancellable; /* the user's, until the request starts */
  GCancellable *own_cancellable;
  gulong cancelled_id;
} Exchange;

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0;
}

static void
reach_phase (Exchange *exchange, RelanceHttpPhase phase)
{
  if (phase <= exchange->answer->phase)
    return;

  exchange->answer->phase = phase;
  if (exchange->http->phase_func != NULL)
    exchange->http->phase_func (phase, exchange->http->phase_data);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  Exchange *exchange = data;

  g_cancellable_cancel (exchange->own_cancellable);
}

static void
stop_listening_to_user (Exchange *exchange)
{
  g_cancellable_disconnect (exchange->cancellable, exchange->cancelled_id);
  exchange->cancelled_id = 0;
}

/* From here on to stop would only mean not to know; the timeout ends it. */
static void
starting_cb (SoupMessage *message, gpointer data)
{
  stop_listening_to_user (data);
  reach_phase (data, RELANCE_HTTP_STARTED);
}

static void
wrote_body_cb (SoupMessage *message, gpointer data)
{
  reach_phase (data, RELANCE_HTTP_WROTE_BODY);
}

static void
got_headers_cb (SoupMessage *message, gpointer data)
{
  reach_phase (data, RELANCE_HTTP_GOT_HEADERS);
}

/* One session for one request: nothing is kept between two, no connection, no cookie and no
 * password, and nothing can be sent again behind our back. A proxy is not asked for this machine. */
static SoupSession *
open_session (RelanceHttp *self, gboolean loopback)
{
  SoupSession *session = soup_session_new_with_options ("timeout", self->timeout, "user-agent",
                                                        "Relance/" PACKAGE_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (loopback)
    soup_session_set_proxy_resolver (session, NULL);

  return session;
}

/* Over HTTP/1 the phases are those that were measured; one request gains nothing from HTTP/2. */
static SoupMessage *
build_message (const RelanceHttpRequest *request)
{
  SoupMessage *message = soup_message_new (request->method, request->url);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;

  soup_message_set_force_http1 (message, TRUE);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  headers = soup_message_get_request_headers (message);
  for (guint i = 0; i < request->headers->len; i += 2)
    soup_message_headers_replace (headers, g_ptr_array_index (request->headers, i),
                                  g_ptr_array_index (request->headers, i + 1));
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);

  return message;
}

static RelanceHttpFailure
classify_failure (const GError *error)
{
  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return RELANCE_HTTP_FAILURE_UNTRUSTED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return RELANCE_HTTP_FAILURE_CANCELLED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return RELANCE_HTTP_FAILURE_TIMEOUT;

  return RELANCE_HTTP_FAILURE_CONNECTION;
}

static void
copy_header (const char *name, const char *value, gpointer data)
{
  GHashTable *headers = data;

  g_hash_table_replace (headers, g_ascii_strdown (name, -1), g_strdup (value));
}

/* A server that drips its answer is left after the time of a whole request. */
static void
read_body (Exchange *exchange, GInputStream *stream)
{
  gint64 deadline = g_get_monotonic_time () + exchange->http->timeout * G_USEC_PER_SEC;
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  guint8 buffer[8192];
  gssize n;

  do
    {
      n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, &error);
      if (n > 0)
        g_byte_array_append (body, buffer, n);
    }
  while (n > 0 && body->len <= ANSWER_MAX_BYTES && g_get_monotonic_time () < deadline);

  if (n < 0)
    exchange->answer->failure = classify_failure (error);
  else if (n > 0)
    exchange->answer->failure = RELANCE_HTTP_FAILURE_CONNECTION;
  else
    reach_phase (exchange, RELANCE_HTTP_COMPLETE);
  exchange->answer->body = g_byte_array_free_to_bytes (g_steal_pointer (&body));
}

static void
exchange_message (Exchange *exchange, SoupMessage *message)
{
  g_autoptr (SoupSession) session =
    open_session (exchange->http, is_loopback (g_uri_get_host (soup_message_get_uri (message))));
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), exchange);
  g_signal_connect (message, "wrote-body", G_CALLBACK (wrote_body_cb), exchange);
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), exchange);
  stream = soup_session_send (session, message, exchange->own_cancellable, &error);
  exchange->answer->status = soup_message_get_status (message);
  soup_message_headers_foreach (soup_message_get_response_headers (message), copy_header,
                                exchange->answer->headers);
  if (stream != NULL)
    read_body (exchange, stream);
  else
    exchange->answer->failure = classify_failure (error);
  g_signal_handlers_disconnect_by_data (message, exchange);
}

/**
 * relance_http_new:
 *
 * Returns: (transfer full): the way out to the network. It is used by one
 *   thread at a time, and its requests block that thread.
 */
RelanceHttp *
relance_http_new (void)
{
  RelanceHttp *self = g_new0 (RelanceHttp, 1);

  self->timeout = TIMEOUT_SECONDS;

  return self;
}

void
relance_http_free (RelanceHttp *self)
{
  g_free (self);
}

/**
 * relance_http_set_timeout:
 * @seconds: how long a server may stay silent, 60 unless set
 */
void
relance_http_set_timeout (RelanceHttp *self, guint seconds)
{
  self->timeout = seconds;
}

/**
 * relance_http_set_phase_func:
 * @func: (nullable): called whenever a request came further
 */
void
relance_http_set_phase_func (RelanceHttp *self, RelanceHttpPhaseFunc func, gpointer user_data)
{
  self->phase_func = func;
  self->phase_data = user_data;
}

/**
 * relance_http_send:
 * @request: what to ask
 *
 * Asks once: no redirect is followed, nothing is tried again. Once the request has
 * started it can no longer be cancelled. A failure is part
 * of the answer, because what is known about the request depends on both.
 *
 * Returns: (transfer full): the answer
 */
RelanceHttpAnswer *
relance_http_send (RelanceHttp *self, const RelanceHttpRequest *request, GCancellable *cancellable)
{
  RelanceHttpAnswer *answer = relance_http_answer_new (RELANCE_HTTP_NOT_STARTED, 0, NULL);
  g_autoptr (GCancellable) own_cancellable = g_cancellable_new ();
  Exchange exchange = { self, answer, cancellable, own_cancellable, 0 };
  g_autoptr (SoupMessage) message = NULL;

  if (relance_http_url_is_allowed (request->url))
    message = build_message (request);
  if (message == NULL)
    {
      answer->failure = RELANCE_HTTP_FAILURE_FORBIDDEN;
      return answer;
    }

  if (cancellable != NULL)
    exchange.cancelled_id =
      g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), &exchange, NULL);
  exchange_message (&exchange, message);
  stop_listening_to_user (&exchange);

  return answer;
}

/**
 * relance_http_phase_to_nick:
 *
 * Returns: (transfer none): the word for @phase, as attempts keep it
 */
const char *
relance_http_phase_to_nick (RelanceHttpPhase phase)
{
  static const char *const nicks[] = { "not-started", "started", "wrote-body", "got-headers",
                                       "complete" };

  return nicks[phase - RELANCE_HTTP_NOT_STARTED];
}

/**
 * relance_http_url_is_allowed:
 *
 * Returns: whether @url is one a key may travel to: https, or this very machine;
 *   without a user or a fragment hidden in it
 */
gboolean
relance_http_url_is_allowed (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return FALSE;
  if (g_uri_get_userinfo (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (uri), "http"))
    return is_loopback (g_uri_get_host (uri));

  return g_str_equal (g_uri_get_scheme (uri), "https");
}

/**
 * relance_http_request_new:
 * @url: (transfer full): the whole address
 *
 * Returns: (transfer full): a request without headers and body
 */
RelanceHttpRequest *
relance_http_request_new (const char *method, char *url)
{
  RelanceHttpRequest *self = g_new0 (RelanceHttpRequest, 1);

  self->method = method;
  self->url = url;
  self->headers = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * relance_http_request_add_header:
 * @value: copied; wiped when the request is freed
 */
void
relance_http_request_add_header (RelanceHttpRequest *self, const char *name, const char *value)
{
  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

void
relance_http_request_free (RelanceHttpRequest *self)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      char *text = g_ptr_array_index (self->headers, i);

      explicit_bzero (text, strlen (text));
    }
  g_ptr_array_unref (self->headers);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->url);
  g_free (self);
}

/**
 * relance_http_answer_new:
 * @body: (nullable): its text
 *
 * Returns: (transfer full): an answer without headers
 */
RelanceHttpAnswer *
relance_http_answer_new (RelanceHttpPhase phase, int status, const char *body)
{
  RelanceHttpAnswer *self = g_new0 (RelanceHttpAnswer, 1);

  self->phase = phase;
  self->status = status;
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->body = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;

  return self;
}

/**
 * relance_http_answer_get_header:
 * @name: in lower case
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
relance_http_answer_get_header (const RelanceHttpAnswer *self, const char *name)
{
  return g_hash_table_lookup (self->headers, name);
}

void
relance_http_answer_free (RelanceHttpAnswer *self)
{
  g_hash_table_unref (self->headers);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}
