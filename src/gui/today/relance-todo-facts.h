/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client.h"
#include "relance-invoice.h"
#include "relance-loose-ends.h"

G_BEGIN_DECLS

/**
 * RelanceTodoFacts:
 * @ready: how many clients have a reminder to review
 * @without_address: (element-type RelanceClient): late, with nowhere to write to
 * @failed: messages that did not leave and need the user
 * @unknown: messages whose fate is unknown
 * @documents: PDFs that wait for their invoices
 * @days_without_news: since a payment was last entered or anything imported, while somebody is
 *   late; 0 where that does not matter
 * @loose_ends: credits that count towards nothing
 * @empty: whether the book holds no invoice at all
 * @next: (nullable): the next invoice to come due
 *
 * What there is to do, read in one go.
 */
typedef struct
{
  int             ready;
  GPtrArray      *without_address;
  int             failed;
  int             unknown;
  int             documents;
  int             days_without_news;
  RelanceLooseEnds *loose_ends;
  gboolean        empty;
  RelanceInvoice *next;
} RelanceTodoFacts;

RelanceTodoFacts *relance_todo_facts_load (RelanceBook       *book,
                                           GError           **error);
void              relance_todo_facts_free (RelanceTodoFacts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceTodoFacts, relance_todo_facts_free)

G_END_DECLS
