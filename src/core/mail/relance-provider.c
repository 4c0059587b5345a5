/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-provider.h"

#include "relance-brevo.h"
#include "relance-folder.h"

#include <libsoup/soup.h>
#include <string.h>

#define DELAY_FIRST 30
#define DELAY_MAX 3600
/* A provider that asks for more than a day is asking for a person. */
#define RETRY_AFTER_MAX (24 * 3600)
#define DETAIL_MAX_CHARACTERS 300

static const RelanceProvider *const providers[] = { &relance_brevo, &relance_folder };

/**
 * relance_provider_find:
 * @name: (nullable): its name
 *
 * Returns: (transfer none) (nullable): the provider, %NULL when there is none of that name
 */
const RelanceProvider *
relance_provider_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (g_strcmp0 (providers[i]->name, name) == 0)
      return providers[i];

  return NULL;
}

/**
 * relance_outcome_new:
 * @reason: (nullable): static
 *
 * Returns: (transfer full): an outcome that knows no more than that
 */
RelanceOutcome *
relance_outcome_new (RelanceOutcomeKind kind, const char *reason)
{
  RelanceOutcome *self = g_new0 (RelanceOutcome, 1);

  self->kind = kind;
  self->reason = reason;
  self->phase = RELANCE_HTTP_NOT_STARTED;

  return self;
}

/**
 * relance_outcome_new_from_failure:
 * @answer: one without a status
 *
 * Before the first byte a request is certainly not sent; after it nobody knows.
 *
 * Returns: (transfer full): what that means for the message
 */
RelanceOutcome *
relance_outcome_new_from_failure (const RelanceHttpAnswer *answer)
{
  RelanceOutcome *self;

  if (answer->phase != RELANCE_HTTP_NOT_STARTED)
    self = relance_outcome_new (RELANCE_OUTCOME_UNKNOWN, "no-answer");
  else if (answer->failure == RELANCE_HTTP_FAILURE_UNTRUSTED)
    self = relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "untrusted");
  else if (answer->failure == RELANCE_HTTP_FAILURE_FORBIDDEN)
    self = relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "insecure");
  else
    self = relance_outcome_new (RELANCE_OUTCOME_RETRY, "no-connection");
  self->phase = answer->phase;

  return self;
}

static RelanceOutcome *
classify_status (const RelanceHttpAnswer *answer, gint64 now)
{
  RelanceOutcome *self;

  switch (answer->status)
    {
    case 401:
      return relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "bad-key");
    case 402:
      return relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "no-credits");
    case 403:
      return relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "forbidden");
    case 404:
    case 405:
      return relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "wrong-address");
    case 429:
      self = relance_outcome_new (RELANCE_OUTCOME_RETRY, "rate-limit");
      self->retry_after =
        relance_retry_after_parse (relance_http_answer_get_header (answer, "retry-after"), now);
      return self;
    default:
      break;
    }

  if (answer->status >= 400 && answer->status < 500)
    return relance_outcome_new (RELANCE_OUTCOME_REFUSED, "rejected");
  if (answer->status >= 500)
    return relance_outcome_new (RELANCE_OUTCOME_UNKNOWN, "server-error");

  /* A redirect is not followed: the key and the letter would go to who knows whom. */
  return relance_outcome_new (RELANCE_OUTCOME_ACCOUNT, "wrong-address");
}

/**
 * relance_outcome_new_from_status:
 * @answer: one with a status other than 2xx, or without any
 * @now: UTC seconds, for a Retry-After that is a date
 *
 * What a status means with nearly every provider: 4xx is not sent, 401, 402
 * and 403 concern the account, 429 asks to wait, and after a 5xx nobody
 * knows (some providers are on record for answering it to mail they did send).
 *
 * Returns: (transfer full): what it means for the message
 */
RelanceOutcome *
relance_outcome_new_from_status (const RelanceHttpAnswer *answer, gint64 now)
{
  RelanceOutcome *self;

  if (answer->status == 0)
    return relance_outcome_new_from_failure (answer);

  self = classify_status (answer, now);
  self->phase = answer->phase;
  self->status = answer->status;

  return self;
}

/**
 * relance_outcome_kind_to_nick:
 *
 * Returns: (transfer none): the word for @kind, as attempts keep it
 */
const char *
relance_outcome_kind_to_nick (RelanceOutcomeKind kind)
{
  static const char *const nicks[] = { "accepted", "retry",   "refused",
                                       "account",  "unknown", "absent" };

  return nicks[kind - RELANCE_OUTCOME_ACCEPTED];
}

static char *
clean_words (char *words, const char *key)
{
  g_autofree char *own = words;
  g_autoptr (GString) text = NULL;

  if (own == NULL)
    return NULL;

  text = g_string_new (own);
  if (key != NULL && *key != '\0')
    g_string_replace (text, key, "…", 0);
  for (gsize i = 0; i < text->len; i++)
    if (g_ascii_iscntrl (text->str[i]))
      text->str[i] = ' ';
  if (g_utf8_strlen (text->str, -1) <= DETAIL_MAX_CHARACTERS)
    return g_string_free_and_steal (g_steal_pointer (&text));

  return g_utf8_substring (text->str, 0, DETAIL_MAX_CHARACTERS);
}

/**
 * relance_outcome_redact:
 * @key: (nullable): the account's key
 *
 * Makes the provider's words fit to be kept: without the key, should it have
 * sent it back, in one line, and not too long.
 */
void
relance_outcome_redact (RelanceOutcome *self, const char *key)
{
  self->detail = clean_words (self->detail, key);
  self->reference = clean_words (self->reference, key);
}

void
relance_outcome_free (RelanceOutcome *self)
{
  g_free (self->detail);
  g_free (self->reference);
  g_free (self);
}

/**
 * relance_retry_after_parse:
 * @text: (nullable): a Retry-After header: seconds, or an HTTP date
 * @now: UTC seconds
 *
 * Source: RFC 9110, 10.2.3.
 *
 * Returns: seconds to wait, between 0 and one day; 0 when it says nothing
 */
gint64
relance_retry_after_parse (const char *text, gint64 now)
{
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &seconds, NULL))
    return MIN (seconds, RETRY_AFTER_MAX);

  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return 0;

  return CLAMP (g_date_time_to_unix (date) - now, 0, RETRY_AFTER_MAX);
}

/**
 * relance_retry_delay:
 * @tries: how many tries there were, from 1
 * @retry_after: what the provider asked for, in seconds, or 0
 * @jitter: between -1 and 1; a fifth of it is added, so that not all come back at once
 *
 * Half a minute, doubled at each try, never more than an hour, and never less
 * than what the provider asked for.
 *
 * Returns: seconds until the next try
 */
gint64
relance_retry_delay (int tries, gint64 retry_after, double jitter)
{
  gint64 delay = DELAY_MAX;

  if (tries < 8)
    delay = MIN ((gint64) DELAY_FIRST << MAX (tries - 1, 0), DELAY_MAX);
  delay += (gint64) (delay * 0.2 * jitter);

  return MAX (MIN (delay, DELAY_MAX), retry_after);
}
