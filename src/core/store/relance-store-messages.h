/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-message.h"
#include "relance-store.h"

G_BEGIN_DECLS

/* What became of one debt since its message was approved. Amounts in minor units. */
typedef struct
{
  gint64       approved_balance;
  gint64       balance;        /* -1 when the instalment is no longer there */
  gboolean     same_number;
  RelanceDate  due;
  char        *email;          /* where the client is written to now, or NULL */
  gboolean     removed;        /* the client or the invoice was */
  gboolean     excluded;       /* the client or the invoice is left out of reminders */
  int          means;          /* UNTDID 4461, or 0 */
  gboolean     in_touch;       /* the user has said so, since the message was approved */
} RelanceDebtFact;

/* What relance_store_check_messages() looks for. */
typedef enum
{
  RELANCE_OUTBOX_SENDING, /* sending, and no try is under way */
  RELANCE_OUTBOX_ACCEPTED, /* accepted, and nobody knows when */
  RELANCE_OUTBOX_TRIES, /* other tries than were counted */
  RELANCE_OUTBOX_TWICE, /* accepted in two tries */
  RELANCE_OUTBOX_REASON, /* held up without a reason */
  RELANCE_OUTBOX_BYTES, /* other bytes left than were approved */
  RELANCE_OUTBOX_N_CHECKS,
} RelanceOutboxCheck;

gboolean        relance_store_add_message       (RelanceStore         *self,
                                                 RelanceMessage       *message,
                                                 GError              **error);
gboolean        relance_store_get_message       (RelanceStore         *self,
                                                 const char           *id,
                                                 RelanceMessage      **message,
                                                 GError              **error);
GPtrArray      *relance_store_list_messages     (RelanceStore         *self,
                                                 gboolean              all,
                                                 GError              **error);
GPtrArray      *relance_store_list_in_state     (RelanceStore         *self,
                                                 RelanceMessageState   state,
                                                 GError              **error);
GPtrArray      *relance_store_list_without_reference (RelanceStore    *self,
                                                 gint64                since,
                                                 GError              **error);
gboolean        relance_store_has_pending       (RelanceStore         *self,
                                                 gint64                client_id,
                                                 gboolean             *pending,
                                                 GError              **error);
gboolean        relance_store_get_failed_last   (RelanceStore         *self,
                                                 gint64                client_id,
                                                 RelanceMessage      **message,
                                                 GError              **error);
gboolean        relance_store_claim_message     (RelanceStore         *self,
                                                 const char           *id,
                                                 RelanceMessageState   from,
                                                 gboolean             *claimed,
                                                 GError              **error);
gboolean        relance_store_move_message      (RelanceStore         *self,
                                                 RelanceMessage       *message,
                                                 RelanceMessageState   from,
                                                 gboolean             *moved,
                                                 GError              **error);
GArray         *relance_store_list_debt_facts   (RelanceStore         *self,
                                                 const char           *id,
                                                 RelanceDate           today,
                                                 GError              **error);
gboolean        relance_store_get_next_time     (RelanceStore         *self,
                                                 gint64               *time,
                                                 GError              **error);
GPtrArray      *relance_store_check_messages    (RelanceStore         *self,
                                                 RelanceOutboxCheck    check,
                                                 GError              **error);

G_END_DECLS
