/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-book.h"

G_BEGIN_DECLS

/* The threads a program with a window has, each with its own connection to the book. */
typedef enum
{
  RELANCE_LANE_BOOK = 1, /* reads and writes the book, never waits for the network */
  RELANCE_LANE_NETWORK,  /* the outbox and the accounts */
  RELANCE_LANE_REPORTS,  /* reads the book at length, while nobody else should wait for it */
} RelanceLane;

/**
 * RelanceUseCase:
 * @book: the lane's own book
 * @request: (nullable): as given to relance_desk_run_async()
 *
 * A piece of work made of use cases, run on a lane. It touches nothing but
 * its arguments, and never a widget.
 *
 * Returns: (transfer full) (nullable): the result; %NULL is a failure only when @error is set
 */
typedef gpointer (* RelanceUseCase) (RelanceBook   *book,
                                     gpointer       request,
                                     GCancellable  *cancellable,
                                     GError       **error);

#define RELANCE_TYPE_DESK (relance_desk_get_type ())
G_DECLARE_FINAL_TYPE (RelanceDesk, relance_desk, RELANCE, DESK, GObject)

/**
 * RelanceDesk:
 *
 * The book as a program with a window uses it: work runs on a lane and
 * answers on the main thread. Emits "changed" on the main thread whenever
 * the book changed, by this program or by another, and "outbox-changed" when a
 * message moved.
 */
RelanceDesk  *relance_desk_new           (RelanceClock         *clock);
void          relance_desk_open_async    (RelanceDesk          *self,
                                          const char           *path,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean      relance_desk_open_finish   (RelanceDesk          *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          relance_desk_close         (RelanceDesk          *self);
const char   *relance_desk_get_path      (RelanceDesk          *self);
RelanceClock *relance_desk_get_clock     (RelanceDesk          *self);
gboolean      relance_desk_is_sample     (RelanceDesk          *self);
void          relance_desk_run_async     (RelanceDesk          *self,
                                          RelanceLane           lane,
                                          RelanceUseCase        use_case,
                                          gpointer              request,
                                          GDestroyNotify        free_request,
                                          GDestroyNotify        free_result,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gpointer      relance_desk_run_finish    (RelanceDesk          *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void          relance_desk_wake_outbox   (RelanceDesk          *self);

G_END_DECLS
