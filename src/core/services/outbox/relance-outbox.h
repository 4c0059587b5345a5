/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-message.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

/* How many messages ended in which state, and each one that moved or still waits. */
typedef struct
{
  int        accepted;
  int        waiting;
  int        refused;
  int        unknown;
  int        withdrawn;
  GPtrArray *messages; /* RelanceMessage */
} RelanceSendReport;

/* What the user says of a message whose fate is unknown. */
typedef enum
{
  RELANCE_RESOLVE_SENT = 1,
  RELANCE_RESOLVE_NOT_SENT,
  RELANCE_RESOLVE_AGAIN,
} RelanceResolve;

/* One try, for "What happened to this mail?". */
typedef struct
{
  gint64  started_at;
  gint64  finished_at; /* 0 when the answer never came */
  char   *purpose;
  char   *phase;
  int     http_status;
  char   *outcome;
} RelanceAttempt;

/* Seconds of Undo that the window leaves between Send and the wire. */
#define RELANCE_UNDO_SECONDS 10

RelanceMessage    *relance_outbox_approve   (RelanceBook         *book,
                                             const RelanceDraft  *draft,
                                             int                  delay,
                                             GError             **error);
gboolean           relance_outbox_take_back (RelanceBook         *book,
                                             const char          *id,
                                             GError             **error);
RelanceSendReport *relance_outbox_send      (RelanceBook         *book,
                                             GCancellable        *cancellable,
                                             GError             **error);
gint64             relance_outbox_next_time (RelanceBook         *book,
                                             GError             **error);
GPtrArray         *relance_outbox_list      (RelanceBook         *book,
                                             gboolean             all,
                                             GError             **error);
RelanceMessage    *relance_outbox_get       (RelanceBook         *book,
                                             const char          *id,
                                             GError             **error);
GPtrArray         *relance_outbox_attempts  (RelanceBook         *book,
                                             const char          *id,
                                             GError             **error);
gboolean           relance_outbox_resolve   (RelanceBook         *book,
                                             const char          *id,
                                             RelanceResolve       answer,
                                             GError             **error);
gboolean           relance_outbox_check     (RelanceBook         *book,
                                             GPtrArray           *findings,
                                             GError             **error);
void               relance_send_report_free (RelanceSendReport   *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceSendReport, relance_send_report_free)

G_END_DECLS
