/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-desk.h"
#include "relance-outbox.h"

G_BEGIN_DECLS

/* A message with all that is known of its way. @attempts: (element-type RelanceAttempt) */
typedef struct
{
  RelanceMessage *message;
  GPtrArray      *attempts;
} RelanceMailbagItem;

/* What the user says of a message whose fate is unknown. */
typedef struct
{
  char           *id;
  RelanceResolve  resolve;
} RelanceMailbagVerdict;

void                   relance_mailbag_item_free    (RelanceMailbagItem    *self);
RelanceMailbagVerdict *relance_mailbag_verdict_new  (const char            *id,
                                                     RelanceResolve         resolve);
void                   relance_mailbag_verdict_free (RelanceMailbagVerdict *self);

/* What the pages of messages ask of the book: each is a RelanceUseCase. */
gpointer relance_mailbag_get       (RelanceBook   *book,
                                    gpointer       id,
                                    GCancellable  *cancellable,
                                    GError       **error);
gpointer relance_mailbag_take_back (RelanceBook   *book,
                                    gpointer       id,
                                    GCancellable  *cancellable,
                                    GError       **error);
gpointer relance_mailbag_resolve   (RelanceBook   *book,
                                    gpointer       verdict,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceMailbagItem, relance_mailbag_item_free)

G_END_DECLS
