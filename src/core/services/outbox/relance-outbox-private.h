/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-accounts-private.h"
#include "relance-outbox.h"

G_BEGIN_DECLS

/**
 * RelanceOutboxStepHook:
 * @step: "claimed", "started", "wrote-body", "got-headers", "complete", "answered",
 *   "recording" (at every try to), "recorded"
 *
 * Told of every step of a send, so that a test can end the program there. The
 * program itself never sets one.
 */
typedef void (* RelanceOutboxStepHook) (const char *step,
                                        gpointer    user_data);

void relance_outbox_set_step_hook (RelanceOutboxStepHook  hook,
                                   gpointer               user_data);
void relance_outbox_set_timeout   (guint                  seconds);

/**
 * RelanceOutboxRun:
 * @routes: account id ("" for the folder) to #RelanceRoute, opened when first used
 * @stopped: account id to why it is not tried any more in this run
 *
 * One pass over the outbox, by the one sender that holds the book's lock.
 */
typedef struct
{
  RelanceBook       *book;
  RelanceStore      *store;
  RelanceHttp       *http;
  GCancellable      *cancellable;
  GHashTable        *routes;
  GHashTable        *stopped;
  RelanceSendReport *report;
} RelanceOutboxRun;

void          relance_outbox_run_init        (RelanceOutboxRun       *run,
                                              RelanceBook            *book,
                                              GCancellable           *cancellable);
void          relance_outbox_run_clear       (RelanceOutboxRun       *run);
int           relance_outbox_lock            (RelanceBook            *book,
                                              GError                **error);
gint64        relance_outbox_next_opening    (RelanceBook            *book,
                                              RelanceMessage         *message,
                                              gint64                  moment,
                                              const char            **reason,
                                              GError                **error);
gboolean      relance_outbox_find_change     (RelanceBook            *book,
                                              RelanceMessage         *message,
                                              const char            **reason,
                                              GError                **error);
RelanceRoute *relance_outbox_run_get_route   (RelanceOutboxRun       *run,
                                              RelanceMessage         *message,
                                              const char            **reason,
                                              GError                **error);
void          relance_outbox_run_send        (RelanceOutboxRun       *run,
                                              const RelanceRoute     *route,
                                              RelanceMessage         *message,
                                              RelanceOutcome        **outcome);
gboolean      relance_outbox_run_claim       (RelanceOutboxRun       *run,
                                              RelanceMessage         *message,
                                              gint64                 *attempt,
                                              gboolean               *claimed,
                                              GError                **error);
gboolean      relance_outbox_run_record      (RelanceOutboxRun       *run,
                                              RelanceMessage         *message,
                                              RelanceMessageState     from,
                                              gint64                  attempt,
                                              const RelanceOutcome   *outcome,
                                              GError                **error);
void          relance_outbox_run_report      (RelanceOutboxRun       *run,
                                              RelanceMessage         *message);
RelanceSendReport *
              relance_outbox_run_end         (RelanceOutboxRun       *run);
gboolean      relance_outbox_run_resolve_all (RelanceOutboxRun       *run,
                                              GError                **error);
void          relance_outbox_move            (RelanceMessage         *message,
                                              RelanceMessageState     state,
                                              const char             *reason,
                                              gint64                  next_try_at);
void          relance_outbox_accept          (RelanceMessage         *message,
                                              const RelanceOutcome   *outcome,
                                              gint64                  now);
gint64        relance_outbox_next_try        (RelanceBook            *book,
                                              RelanceMessage         *message,
                                              const RelanceOutcome   *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelanceOutboxRun, relance_outbox_run_clear)

G_END_DECLS
