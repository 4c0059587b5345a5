/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-invoice.h"
#include "relance-reminders.h"

G_BEGIN_DECLS

/**
 * RelanceQueue:
 * @due: (element-type RelanceDue): those who can be written to first, most useful first
 * @next: (nullable): the invoice that falls due next, for the end of the sitting
 * @to_files: whether Send writes files: there is no account, and it is no sample
 */
typedef struct
{
  GPtrArray      *due;
  RelanceInvoice *next;
  gboolean        to_files;
} RelanceQueue;

/**
 * RelanceDelay:
 * @back_on: the day on which the client is to be written to again
 *
 * A client whose letter is put off.
 */
typedef struct
{
  gint64      client_id;
  RelanceDate back_on;
} RelanceDelay;

void     relance_queue_free         (RelanceQueue  *self);

/* What the sitting asks of the book: each is a RelanceUseCase. */
gpointer relance_sitting_queue      (RelanceBook   *book,
                                     gpointer       nothing,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_open       (RelanceBook   *book,
                                     gpointer       request,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_draw_up    (RelanceBook   *book,
                                     gpointer       request,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_read_again (RelanceBook   *book,
                                     gpointer       draft,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_keep       (RelanceBook   *book,
                                     gpointer       draft,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_forget     (RelanceBook   *book,
                                     gpointer       client_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_approve    (RelanceBook   *book,
                                     gpointer       draft,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_sitting_take_back  (RelanceBook   *book,
                                     gpointer       message_id,
                                     GCancellable  *cancellable,
                                     GError       **error);

/* RelanceUseCases too, of a RelanceDelay: each returns what Undo takes back, as a gint64. */
gpointer relance_sitting_read_tomorrow (RelanceBook   *book,
                                        gpointer       delay,
                                        GCancellable  *cancellable,
                                        GError       **error);
gpointer relance_sitting_put_off    (RelanceBook   *book,
                                     gpointer       delay,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceQueue, relance_queue_free)

G_END_DECLS
