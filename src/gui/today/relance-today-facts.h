/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-client.h"
#include "relance-dashboard.h"
#include "relance-invoice.h"

G_BEGIN_DECLS

/**
 * RelanceTodayFacts:
 * @ready: how many clients have a reminder to review
 * @without_address: (element-type RelanceClient): late, with nowhere to write to
 * @failed: messages that did not leave and need the user
 * @unknown: messages whose fate is unknown
 * @next: (nullable): the next invoice to come due
 *
 * All that Today says, read in one go.
 */
typedef struct
{
  RelanceDashboard *dashboard;
  int               ready;
  GPtrArray        *without_address;
  int               failed;
  int               unknown;
  RelanceInvoice   *next;
} RelanceTodayFacts;

RelanceTodayFacts *relance_today_facts_load (RelanceBook        *book,
                                             int                 months,
                                             GError            **error);
void               relance_today_facts_free (RelanceTodayFacts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceTodayFacts, relance_today_facts_free)

G_END_DECLS
