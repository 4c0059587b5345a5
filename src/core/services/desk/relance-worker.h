/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"

G_BEGIN_DECLS

typedef struct _RelanceWorker RelanceWorker;

/* Called on the worker's own thread after each piece of work, the open book at hand. */
typedef void (* RelanceWorkerAfter) (RelanceBook *book,
                                     gpointer     user_data);

RelanceWorker *relance_worker_new   (const char         *name,
                                     const char         *path,
                                     gboolean            create,
                                     RelanceClock       *clock,
                                     RelanceWorkerAfter  after,
                                     gpointer            user_data);
void           relance_worker_push  (RelanceWorker      *self,
                                     RelanceUseCase      use_case,
                                     gpointer            request,
                                     GDestroyNotify      free_request,
                                     GDestroyNotify      free_result,
                                     GTask              *task);
void           relance_worker_nudge (RelanceWorker      *self);
void           relance_worker_close (RelanceWorker      *self,
                                     gboolean            hurry);

G_END_DECLS
