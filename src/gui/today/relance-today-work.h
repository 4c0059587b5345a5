/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-dashboard.h"
#include "relance-desk.h"

G_BEGIN_DECLS

/**
 * RelanceTodayRequest:
 * @day: %RELANCE_DATE_NONE for today
 * @months: how many the figures cover
 *
 * Which figures Today shows.
 */
typedef struct
{
  RelanceDate day;
  int         months;
} RelanceTodayRequest;

/**
 * RelanceTodayFurther:
 * @whole: the figures of the same day with the statistics
 * @before: the figures of a month before
 *
 * What takes longer than the figures themselves, and is shown after them.
 */
typedef struct
{
  RelanceDashboard *whole;
  RelanceDashboard *before;
} RelanceTodayFurther;

RelanceTodayRequest *relance_today_request_new  (RelanceDate            day,
                                                 int                    months);
gpointer             relance_today_load_figures (RelanceBook           *book,
                                                 gpointer               request,
                                                 GCancellable          *cancellable,
                                                 GError               **error);
gpointer             relance_today_load_further (RelanceBook           *book,
                                                 gpointer               request,
                                                 GCancellable          *cancellable,
                                                 GError               **error);
void                 relance_today_further_free (RelanceTodayFurther   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceTodayFurther, relance_today_further_free)

G_END_DECLS
