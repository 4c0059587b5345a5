/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client.h"
#include "relance-debt.h"

G_BEGIN_DECLS

/* As far as anybody looks ahead. */
#define RELANCE_REMINDER_OUTLOOK_MAX 366

/**
 * RelanceOutlookLetter:
 * @invoices: (element-type utf8): the numbers of what it would speak of, each once
 * @totals: (element-type RelanceDebtTotal): what it would ask for
 * @why: why on that day, in the user's language
 *
 * A letter that would leave.
 */
typedef struct
{
  RelanceDate    date;
  RelanceClient *client;
  RelanceStage   stage;
  GPtrArray     *invoices;
  GArray        *totals;
  char          *why;
} RelanceOutlookLetter;

/**
 * RelancePlanTrial:
 * @steps: (element-type RelanceStep): what would be planned
 * @plan_id: for the clients that have this plan of one's own, or 0
 * @client_id: for this client alone, whatever plan it has, or 0
 *
 * A plan that is tried before it is kept.
 */
typedef struct
{
  GArray *steps;
  gint64  plan_id;
  gint64  client_id;
} RelancePlanTrial;

GPtrArray *relance_reminder_outlook_try  (RelanceBook            *book,
                                          const RelancePlanTrial *trial,
                                          guint                   n_days,
                                          GError                **error);
GPtrArray *relance_reminder_outlook_load (RelanceBook  *book,
                                          guint         n_days,
                                          GError      **error);

G_END_DECLS
