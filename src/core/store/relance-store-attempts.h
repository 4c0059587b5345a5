/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-store.h"

G_BEGIN_DECLS

/* One try, as it was written before and completed after. */
typedef struct
{
  gint64  started_at;
  gint64  finished_at;
  char   *purpose;
  char   *phase;
  int     http_status;
  char   *outcome;
} RelanceStoredAttempt;

gboolean        relance_store_start_attempt     (RelanceStore         *self,
                                                 const char           *id,
                                                 const char           *purpose,
                                                 gint64                now,
                                                 GBytes               *bytes,
                                                 gint64               *attempt,
                                                 GError              **error);
gboolean        relance_store_finish_attempt    (RelanceStore         *self,
                                                 gint64                attempt,
                                                 gint64                now,
                                                 const char           *phase,
                                                 int                   status,
                                                 const char           *outcome,
                                                 GError              **error);
GPtrArray      *relance_store_list_attempts     (RelanceStore         *self,
                                                 const char           *id,
                                                 GError              **error);
gboolean        relance_store_get_unsure_since  (RelanceStore         *self,
                                                 const char           *id,
                                                 gint64               *since,
                                                 GError              **error);
void            relance_stored_attempt_free     (RelanceStoredAttempt *self);

G_END_DECLS
