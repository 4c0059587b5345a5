/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-store-payments.h"

G_BEGIN_DECLS

/**
 * RelanceLooseEnds:
 * @credits: (element-type RelanceStoreCredit): what a client gave that counts towards nothing, while
 *   that client owes something; oldest first
 * @last_entry: the day on which a payment was last entered, or anything imported;
 *   %RELANCE_DATE_NONE for never
 *
 * What was left lying in the book.
 */
typedef struct
{
  GPtrArray   *credits;
  RelanceDate  last_entry;
} RelanceLooseEnds;

RelanceLooseEnds *relance_loose_ends_load (RelanceBook       *book,
                                           GError           **error);
gboolean          relance_loose_ends_load_last_entry (RelanceBook  *book,
                                           RelanceDate       *day,
                                           GError           **error);
void              relance_loose_ends_free (RelanceLooseEnds  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceLooseEnds, relance_loose_ends_free)

G_END_DECLS
