/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fake-brevo.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

#define HUGE_SIZE (8 * 1024 * 1024)

struct _FakeBrevo
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;
  char *url;

  GMutex mutex; /* what follows is asked for from the test's thread */
  FakeMode mode;
  gboolean has_events;
  gboolean forgets_keys;
  char *prefix;
  guint posts;
  GHashTable *mails; /* idempotency key to how many mails left */
  char *last_body;
  char *last_key;
};

static void
answer (SoupServerMessage *message, guint status, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body,
                                    strlen (body));
}

/* Writes @bytes as they are and hangs up. */
static void
hang_up (SoupServerMessage *message, const char *bytes)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), bytes, strlen (bytes), NULL,
                             NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static char *
read_idempotency_key (const char *body)
{
  g_autoptr (JsonNode) root = json_from_string (body, NULL);
  JsonObject *headers;

  g_assert_nonnull (root);
  headers = json_object_get_object_member (json_node_get_object (root), "headers");

  return g_strdup (json_object_get_string_member (headers, "idempotencyKey"));
}

static gboolean
takes_mail (FakeMode mode)
{
  return mode == FAKE_ACCEPT || mode == FAKE_DROP || mode == FAKE_CUT || mode == FAKE_FAIL_AFTER ||
         mode == FAKE_SILENT || mode == FAKE_HUGE;
}

static void
answer_huge (SoupServerMessage *message)
{
  g_autofree char *body = g_strnfill (HUGE_SIZE, ' ');

  soup_server_message_set_status (message, 201, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, HUGE_SIZE);
}

static void
answer_post (FakeBrevo *self, SoupServerMessage *message, const char *key)
{
  g_autofree char *text = NULL;

  switch (self->mode)
    {
    case FAKE_ACCEPT:
      text = g_strdup_printf ("{\"messageId\":\"<%s@fake.example>\"}", key);
      answer (message, 201, text);
      break;
    case FAKE_DROP:
      hang_up (message, "");
      break;
    case FAKE_CUT:
      hang_up (message, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
                        "Content-Length: 200\r\n\r\n{\"messageId\":\"<cut");
      break;
    case FAKE_FAIL_AFTER:
      answer (message, 500, "<html>oops</html>");
      break;
    case FAKE_SILENT:
    case FAKE_SILENT_AND_DEAF:
      soup_server_message_pause (message);
      break;
    case FAKE_RATE_LIMIT:
      soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                    "Retry-After", "120");
      answer (message, 429, "{\"code\":\"too_many_requests\",\"message\":\"slow down\"}");
      break;
    case FAKE_REFUSE:
      answer (message, 400, "{\"code\":\"invalid_parameter\",\"message\":\"sender is not valid\"}");
      break;
    case FAKE_REDIRECT:
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location",
                                    "/v3/elsewhere/smtp/email");
      answer (message, 307, "");
      break;
    case FAKE_HUGE:
      answer_huge (message);
      break;
    case FAKE_BAD_KEY:
    case FAKE_ECHO_KEY:
    case FAKE_BLOCKED_ADDRESS:
      g_assert_not_reached ();
    }
}

static void
handle_post (FakeBrevo *self, SoupServerMessage *message)
{
  g_autoptr (GBytes)
    body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autofree char *key = NULL;
  guint n;

  g_free (self->last_body);
  self->last_body = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  key = read_idempotency_key (self->last_body);
  self->posts++;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->mails, key));
  if (n > 0 && !self->forgets_keys)
    {
      answer (message, 400, "{\"code\":\"duplicate_parameter\",\"message\":\"seen before\"}");
      return;
    }
  if (takes_mail (self->mode))
    g_hash_table_insert (self->mails, g_strdup (key), GUINT_TO_POINTER (n + 1));
  answer_post (self, message, key);
}

static void
handle_events (FakeBrevo *self, SoupServerMessage *message, GHashTable *query)
{
  const char *tag = query != NULL ? g_hash_table_lookup (query, "tags") : NULL;
  g_autofree char *text = NULL;

  if (!self->has_events || tag == NULL || !g_str_has_prefix (tag, "relance-") ||
      !g_hash_table_contains (self->mails, tag + strlen ("relance-")))
    {
      answer (message, 200, "{}");
      return;
    }
  text = g_strdup_printf ("{\"events\":[{\"event\":\"requests\",\"tag\":\"%s\","
                          "\"messageId\":\"<event@fake.example>\"}]}",
                          tag);
  answer (message, 200, text);
}

static gboolean
refuse_key (FakeBrevo *self, SoupServerMessage *message)
{
  g_autofree char *text = NULL;

  if (self->mode == FAKE_BAD_KEY)
    text = g_strdup ("{\"code\":\"unauthorized\",\"message\":\"Key not found\"}");
  else if (self->mode == FAKE_ECHO_KEY)
    text = g_strdup_printf ("{\"code\":\"unauthorized\",\"message\":\"Key %s not found\"}",
                            self->last_key);
  else if (self->mode == FAKE_BLOCKED_ADDRESS)
    text = g_strdup ("{\"code\":\"unauthorized\",\"message\":\"We have detected you are using an "
                     "unrecognised IP address 192.0.2.1\"}");
  if (text == NULL)
    return FALSE;

  answer (message, 401, text);
  return TRUE;
}

static void
handle (FakeBrevo *self, SoupServerMessage *message, const char *path, GHashTable *query)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  g_free (self->last_key);
  self->last_key = g_strdup (soup_message_headers_get_one (headers, "api-key"));
  if (!g_str_has_prefix (path, self->prefix))
    {
      answer (message, 404, "{}");
      return;
    }
  path += strlen (self->prefix);
  if (refuse_key (self, message))
    return;
  if (g_str_has_suffix (path, "/smtp/email"))
    handle_post (self, message);
  else if (g_str_equal (path, "/account"))
    answer (message, 200, "{\"email\":\"me@example.org\"}");
  else if (g_str_equal (path, "/smtp/statistics/events"))
    handle_events (self, message, query);
  else
    answer (message, 404, "{}");
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer data)
{
  FakeBrevo *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  handle (self, message, path, query);
}

static gpointer
run_thread (gpointer data)
{
  FakeBrevo *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static FakeBrevo *
start (GTlsCertificate *certificate)
{
  FakeBrevo *self = g_new0 (FakeBrevo, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_mutex_init (&self->mutex);
  self->has_events = TRUE;
  self->prefix = g_strdup ("/v3");
  self->mails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (
    self->server, 0,
    SOUP_SERVER_LISTEN_IPV4_ONLY | (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0), &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("%s://127.0.0.1:%d", certificate != NULL ? "https" : "http",
                               g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_context_pop_thread_default (self->context);
  self->thread = g_thread_new ("fake-brevo", run_thread, self);

  return self;
}

FakeBrevo *
fake_brevo_new (void)
{
  return start (NULL);
}

/* One behind a certificate that nobody vouches for. */
FakeBrevo *
fake_brevo_new_untrusted (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("RELANCE_SOURCE_ROOT"), "tests/core/mail/untrusted.pem", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);

  g_assert_no_error (error);
  return start (certificate);
}

void
fake_brevo_free (FakeBrevo *self)
{
  g_main_context_invoke (self->context, quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_context_push_thread_default (self->context);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->mails);
  g_mutex_clear (&self->mutex);
  g_free (self->url);
  g_free (self->prefix);
  g_free (self->last_body);
  g_free (self->last_key);
  g_free (self);
}

const char *
fake_brevo_get_url (FakeBrevo *self)
{
  return self->url;
}

void
fake_brevo_set_mode (FakeBrevo *self, FakeMode mode)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->mode = mode;
}

/* Whether it tells what became of a mail, or answers that it knows of none. */
void
fake_brevo_set_has_events (FakeBrevo *self, gboolean has_events)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->has_events = has_events;
}

/* As Brevo does after half an hour: the same mail twice would then be two mails. */
void
fake_brevo_set_forgets_keys (FakeBrevo *self, gboolean forgets_keys)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->forgets_keys = forgets_keys;
}

void
fake_brevo_set_prefix (FakeBrevo *self, const char *prefix)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_set_str (&self->prefix, prefix);
}

guint
fake_brevo_count_posts (FakeBrevo *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->posts;
}

/* How many mails left for message @id. */
guint
fake_brevo_count_mails (FakeBrevo *self, const char *id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->mails, id));
}

char *
fake_brevo_dup_last_body (FakeBrevo *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return g_strdup (self->last_body);
}

char *
fake_brevo_dup_last_key (FakeBrevo *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return g_strdup (self->last_key);
}
