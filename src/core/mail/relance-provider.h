/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-http.h"
#include "relance-message.h"

G_BEGIN_DECLS

/**
 * RelanceOutcomeKind:
 * @RELANCE_OUTCOME_ACCEPTED: the provider has it; for a check, the key is good
 * @RELANCE_OUTCOME_RETRY: certainly not sent, and worth another try
 * @RELANCE_OUTCOME_REFUSED: certainly not sent, and the same again would be refused too
 * @RELANCE_OUTCOME_ACCOUNT: certainly not sent, and so would be any message of this account
 * @RELANCE_OUTCOME_UNKNOWN: it may have been sent
 * @RELANCE_OUTCOME_ABSENT: only of a look-up: it was answered, and knows nothing of the message
 */
typedef enum
{
  RELANCE_OUTCOME_ACCEPTED = 1,
  RELANCE_OUTCOME_RETRY,
  RELANCE_OUTCOME_REFUSED,
  RELANCE_OUTCOME_ACCOUNT,
  RELANCE_OUTCOME_UNKNOWN,
  RELANCE_OUTCOME_ABSENT,
} RelanceOutcomeKind;

/**
 * RelanceOutcome:
 * @reason: a nick of why, for the book and for wording, or %NULL
 * @detail: the provider's own words, or %NULL
 * @reference: the provider's id of what it accepted, or %NULL
 * @retry_after: seconds the provider asks us to wait, or 0
 * @phase: how far the request came
 * @status: HTTP status, or 0
 *
 * What became of one request.
 */
typedef struct
{
  RelanceOutcomeKind  kind;
  const char         *reason;
  char               *detail;
  char               *reference;
  gint64              retry_after;
  RelanceHttpPhase    phase;
  int                 status;
} RelanceOutcome;

/**
 * RelanceProvider:
 * @name: as the book and the command line call it
 * @default_base_url: where it is when nothing else was said
 * @replay_seconds: how long the same bytes may be sent again without a second
 *   mail, counted from the first try; 0 where it never may
 * @settle_seconds: how long after a try a look-up may not know of it yet
 * @absence_is_proof: whether a look-up that knows nothing proves that nothing was sent
 * @normalize_base_url: what the user gave, in the form the book keeps
 * @other_base_url: another address worth asking when a check found nothing at the first, or %NULL
 *
 * A mail provider as pure functions: values in, values out, no network. What
 * differs between providers is not names but shape, hence code and not a table
 * of fields.
 */
typedef struct
{
  const char *name;
  const char *default_base_url;
  int         replay_seconds;
  int         settle_seconds;
  gboolean    absence_is_proof;

  char               *(* normalize_base_url) (const char               *given,
                                              GError                  **error);
  char               *(* other_base_url)     (const char               *base_url);
  GBytes             *(* freeze)             (RelanceMessage           *message,
                                              GError                  **error);
  RelanceHttpRequest *(* build_send)         (const char               *base_url,
                                              const char               *key,
                                              GBytes                   *request);
  RelanceOutcome     *(* parse_send)         (const RelanceHttpAnswer  *answer,
                                              gint64                    now);
  RelanceHttpRequest *(* build_check)        (const char               *base_url,
                                              const char               *key);
  RelanceOutcome     *(* parse_check)        (const RelanceHttpAnswer  *answer,
                                              gint64                    now);
  RelanceHttpRequest *(* build_lookup)       (const char               *base_url,
                                              const char               *key,
                                              const char               *id,
                                              int                       days);
  RelanceOutcome     *(* parse_lookup)       (const RelanceHttpAnswer  *answer,
                                              const char               *id,
                                              gint64                    now);
} RelanceProvider;

const RelanceProvider *relance_provider_find             (const char               *name);
RelanceOutcome        *relance_outcome_new               (RelanceOutcomeKind        kind,
                                                          const char               *reason);
RelanceOutcome        *relance_outcome_new_from_failure  (const RelanceHttpAnswer  *answer);
RelanceOutcome        *relance_outcome_new_from_status   (const RelanceHttpAnswer  *answer,
                                                          gint64                    now);
const char            *relance_outcome_kind_to_nick      (RelanceOutcomeKind        kind);
void                   relance_outcome_redact            (RelanceOutcome           *self,
                                                          const char               *key);
void                   relance_outcome_free              (RelanceOutcome           *self);
gint64                 relance_retry_after_parse         (const char               *text,
                                                          gint64                    now);
gint64                 relance_retry_delay               (int                       tries,
                                                          gint64                    retry_after,
                                                          double                    jitter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceOutcome, relance_outcome_free)

G_END_DECLS
