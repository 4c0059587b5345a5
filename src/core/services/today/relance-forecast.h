/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-cash.h"

G_BEGIN_DECLS

typedef struct
{
  char        currency[4];
  RelanceCash cash;
} RelanceCurrencyForecast;

GPtrArray *relance_forecast_compute  (GArray           *figures,
                                      RelanceDate       day,
                                      int               weeks);
GPtrArray *relance_forecast_load     (RelanceBook      *book,
                                      int               weeks,
                                      GError          **error);
gboolean   relance_forecast_backtest (RelanceBook      *book,
                                      RelanceBacktest  *backtest,
                                      GError          **error);

G_END_DECLS
