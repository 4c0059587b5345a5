/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-mailer.h"

#include "relance-folder.h"

#include <string.h>
#include <unistd.h>

#define KEY_MAX_BYTES 1024

/* Brevo answers for 90 days at most. */
#define LOOKUP_MAX_DAYS 90

static gboolean
is_folder (const RelanceRoute *route)
{
  return route->provider == &relance_folder;
}

static RelanceOutcome *
check_folder (const RelanceRoute *route)
{
  RelanceOutcome *outcome;

  if (g_mkdir_with_parents (route->base_url, 0700) == 0 && access (route->base_url, W_OK) == 0)
    return relance_outcome_new (RELANCE_OUTCOME_ACCEPTED, NULL);

  outcome = relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "folder");
  outcome->detail = g_strdup (route->base_url);

  return outcome;
}

static RelanceOutcome *
ask_for_check (RelanceHttp *http,
               const RelanceRoute *route,
               const char *base_url,
               gint64 now,
               GCancellable *cancellable)
{
  g_autoptr (RelanceHttpRequest) request = route->provider->build_check (base_url, route->key);
  g_autoptr (RelanceHttpAnswer) answer = relance_http_send (http, request, cancellable);
  RelanceOutcome *outcome = route->provider->parse_check (answer, now);

  relance_outcome_redact (outcome, route->key);

  return outcome;
}

/**
 * relance_route_new:
 * @key: (transfer full) (nullable): wiped when the route is freed
 *
 * Returns: (transfer full): a route
 */
RelanceRoute *
relance_route_new (const RelanceProvider *provider, const char *base_url, char *key)
{
  RelanceRoute *self = g_new0 (RelanceRoute, 1);

  self->provider = provider;
  self->base_url = g_strdup (base_url);
  self->key = key;

  return self;
}

void
relance_route_free (RelanceRoute *self)
{
  if (self->key != NULL)
    explicit_bzero (self->key, strlen (self->key));
  g_free (self->key);
  g_free (self->base_url);
  g_free (self);
}

/**
 * relance_mailer_key_is_valid:
 *
 * Returns: whether @key can be a key: printable ASCII without blanks, so that it
 *   stays within its header
 */
gboolean
relance_mailer_key_is_valid (const char *key)
{
  gsize length = strlen (key);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (key[i]))
      return FALSE;

  return length > 0 && length <= KEY_MAX_BYTES;
}

/**
 * relance_mailer_send:
 * @message: one with its frozen request
 * @now: UTC seconds
 *
 * Hands the frozen bytes over, once.
 *
 * Returns: (transfer full): what became of it
 */
RelanceOutcome *
relance_mailer_send (RelanceHttp *http,
                     const RelanceRoute *route,
                     RelanceMessage *message,
                     gint64 now,
                     GCancellable *cancellable)
{
  g_autoptr (RelanceHttpRequest) request = NULL;
  g_autoptr (RelanceHttpAnswer) answer = NULL;
  RelanceOutcome *outcome;

  if (is_folder (route))
    {
      g_autofree char *name = relance_folder_dup_file_name (message);

      return relance_folder_write (route->base_url, name, message->request);
    }

  request = route->provider->build_send (route->base_url, route->key, message->request);
  answer = relance_http_send (http, request, cancellable);
  outcome = route->provider->parse_send (answer, now);
  relance_outcome_redact (outcome, route->key);

  return outcome;
}

/**
 * relance_mailer_look_up:
 * @message: one whose fate is unknown
 * @now: UTC seconds
 *
 * Asks the provider what it knows of @message; sends nothing.
 *
 * Returns: (transfer full): accepted, absent, account, or unknown when the
 *   question itself was not answered
 */
RelanceOutcome *
relance_mailer_look_up (RelanceHttp *http,
                        const RelanceRoute *route,
                        RelanceMessage *message,
                        gint64 now,
                        GCancellable *cancellable)
{
  gint64 days = (now - message->approved_at) / (24 * 3600) + 2;
  g_autoptr (RelanceHttpRequest) request = NULL;
  g_autoptr (RelanceHttpAnswer) answer = NULL;
  RelanceOutcome *outcome;

  if (is_folder (route))
    {
      g_autofree char *name = relance_folder_dup_file_name (message);

      return relance_folder_look_up (route->base_url, name);
    }

  request = route->provider->build_lookup (route->base_url, route->key, message->id,
                                           CLAMP (days, 1, LOOKUP_MAX_DAYS));
  answer = relance_http_send (http, request, cancellable);
  outcome = route->provider->parse_lookup (answer, message->id, now);
  relance_outcome_redact (outcome, route->key);

  return outcome;
}

/**
 * relance_mailer_check:
 * @route: its base address is replaced by the one that answered
 * @now: UTC seconds
 *
 * Asks the provider whether the key is good; sends nothing.
 *
 * Returns: (transfer full): accepted when it is
 */
RelanceOutcome *
relance_mailer_check (RelanceHttp *http, RelanceRoute *route, gint64 now, GCancellable *cancellable)
{
  g_autoptr (RelanceOutcome) outcome = NULL;
  g_autoptr (RelanceOutcome) second = NULL;
  g_autofree char *other = NULL;

  if (is_folder (route))
    return check_folder (route);

  outcome = ask_for_check (http, route, route->base_url, now, cancellable);
  other = route->provider->other_base_url (route->base_url);
  if (outcome->status != 404 || other == NULL)
    return g_steal_pointer (&outcome);

  second = ask_for_check (http, route, other, now, cancellable);
  if (second->kind != RELANCE_OUTCOME_ACCEPTED)
    return g_steal_pointer (&outcome);

  g_free (route->base_url);
  route->base_url = g_steal_pointer (&other);

  return g_steal_pointer (&second);
}
