/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-today-work.h"

#include "relance-comparison.h"

/* Freed by g_free(). */
RelanceTodayRequest *
relance_today_request_new (RelanceDate day, int months)
{
  RelanceTodayRequest *self = g_new0 (RelanceTodayRequest, 1);

  self->day = day;
  self->months = months;
  return self;
}

/* A RelanceUseCase: a RelanceDashboard, as fast as it can be had. */
gpointer
relance_today_load_figures (RelanceBook *book,
                            gpointer request,
                            GCancellable *cancellable,
                            GError **error)
{
  const RelanceTodayRequest *asked = request;

  if (asked->day == RELANCE_DATE_NONE)
    return relance_dashboard_load (book, asked->months, error);
  return relance_dashboard_load_day (book, asked->day, asked->months, error);
}

/* What this connection has read once it only reads again where it changed, so that the next change is
 * on the page at once. */
static gboolean
prepare_for_change (RelanceBook *book, const RelanceTodayRequest *asked, GError **error)
{
  g_autoptr (RelanceDashboard) dashboard = NULL;

  if (asked->day != RELANCE_DATE_NONE)
    return TRUE;
  dashboard = relance_dashboard_load (book, asked->months, error);
  return dashboard != NULL;
}

/* A RelanceUseCase: a RelanceTodayFurther. */
gpointer
relance_today_load_further (RelanceBook *book,
                            gpointer request,
                            GCancellable *cancellable,
                            GError **error)
{
  const RelanceTodayRequest *asked = request;
  g_autoptr (RelanceTodayFurther) self = g_new0 (RelanceTodayFurther, 1);

  self->whole = relance_dashboard_load_whole (book, asked->day, asked->months, error);
  if (self->whole == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->before = relance_dashboard_load_day (
    book, relance_comparison_get_day_before (self->whole->as_of), asked->months, error);
  return self->before != NULL && prepare_for_change (book, asked, error) ? g_steal_pointer (&self)
                                                                         : NULL;
}

void
relance_today_further_free (RelanceTodayFurther *self)
{
  g_clear_pointer (&self->whole, relance_dashboard_free);
  g_clear_pointer (&self->before, relance_dashboard_free);
  g_free (self);
}
