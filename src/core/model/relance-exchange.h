/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-date.h"
#include "relance-enum-types.h"
#include "relance-enums.h"

G_BEGIN_DECLS

/**
 * RelanceExchange:
 * @id: 0 while it is not in the book
 * @date: the day of it
 * @stage: the reminder that it stood for, or 0 for none
 * @note: (nullable): what was said, on one line
 * @change: the change that recorded it
 *
 * That the user was in touch with a client outside of Relance: by a mail of their own, by phone, by
 * letter, or in person.
 */
typedef struct
{
  gint64          id;
  gint64          client_id;
  RelanceDate     date;
  RelanceChannel  channel;
  RelanceStage    stage;
  char           *note;
  gint64          change;
} RelanceExchange;

RelanceExchange *relance_exchange_new  (gint64                 client_id);
RelanceExchange *relance_exchange_copy (const RelanceExchange *self);
void             relance_exchange_free (RelanceExchange       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceExchange, relance_exchange_free)

G_END_DECLS
