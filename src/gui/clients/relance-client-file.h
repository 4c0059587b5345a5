/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client-habit.h"
#include "relance-clients.h"
#include "relance-desk.h"
#include "relance-payments.h"

G_BEGIN_DECLS

/**
 * RelanceClientFile:
 * @invoices: (element-type RelanceInvoice): those with a balance, oldest due date first
 * @last_payment: (nullable): the newest money that came
 * @events: (element-type RelanceEvent): newest first
 * @habit: how they pay
 * @situation_why: (nullable): what is overdue is, and the rule that decided it, in a sentence
 *
 * All that the page of one client shows.
 */
typedef struct
{
  RelanceClient   *client;
  GPtrArray       *invoices;
  RelanceReceived *last_payment;
  GPtrArray       *events;
  RelanceHabit     habit;
  char            *situation_why;
} RelanceClientFile;

void     relance_client_file_free (RelanceClientFile *self);

/* What the pages of clients ask of the book: each is a RelanceUseCase. */
gpointer relance_client_file_load   (RelanceBook   *book,
                                     gpointer       client_id,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_client_file_begin  (RelanceBook   *book,
                                     gpointer       name,
                                     GCancellable  *cancellable,
                                     GError       **error);
gpointer relance_client_file_save   (RelanceBook   *book,
                                     gpointer       client,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceClientFile, relance_client_file_free)

G_END_DECLS
