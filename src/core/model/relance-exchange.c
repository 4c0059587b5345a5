/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "relance-exchange.h"

RelanceExchange *
relance_exchange_new (gint64 client_id)
{
  RelanceExchange *self = g_new0 (RelanceExchange, 1);

  self->client_id = client_id;
  self->date = RELANCE_DATE_NONE;

  return self;
}

RelanceExchange *
relance_exchange_copy (const RelanceExchange *self)
{
  RelanceExchange *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);

  return copy;
}

void
relance_exchange_free (RelanceExchange *self)
{
  g_free (self->note);
  g_free (self);
}
