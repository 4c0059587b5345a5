/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What build-aux/bench measures of the forecast, without a window:
 *   bench-forecast BOOK TODAY
 * prints as JSON how many instalments are open and how many settled, and, in milliseconds, what it
 * takes to read them, to learn from those settled, and to say when the open ones come. */

#include "config.h"

#include "relance-book.h"
#include "relance-cash.h"
#include "relance-claims.h"

#include <stdlib.h>

/* As many as Today shows. */
#define WEEKS 8

static double
measure (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000.0;
}

static void
fail (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
count (GArray *claims, int *n_open, int *n_settled)
{
  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      *n_open += claim->balance > 0;
      *n_settled += relance_claim_is_settled (claim);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceClock) clock = relance_clock_new_fixed (relance_date_parse_iso (argv[2]), 600);
  g_autoptr (RelanceBook) book = relance_book_open (argv[1], FALSE, clock, &error);
  g_autoptr (GArray) figures = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) claims = NULL;
  g_autoptr (RelanceForecaster) forecaster = NULL;
  double reading, learning, forecasting;
  int n_open = 0, n_settled = 0;
  RelanceCash cash;
  gint64 since;

  fail (error);
  since = g_get_monotonic_time ();
  figures =
    relance_store_list_figures_as_of (relance_book_get_store (book), RELANCE_DATE_NONE, &error);
  fail (error);
  all = relance_claims_list (figures, NULL);
  claims = relance_claims_list (figures, "EUR");
  reading = measure (since);

  since = g_get_monotonic_time ();
  forecaster = relance_forecaster_new (all);
  learning = measure (since);

  since = g_get_monotonic_time ();
  relance_cash_compute (&cash, forecaster, claims, relance_book_get_today (book), WEEKS);
  forecasting = measure (since);

  count (claims, &n_open, &n_settled);
  g_print ("{\"open\": %d, \"settled\": %d, \"reading\": %.1f, \"learning\": %.1f, "
           "\"forecasting\": %.1f}\n",
           n_open, n_settled, reading, learning, forecasting);
  relance_cash_clear (&cash);
  return EXIT_SUCCESS;
}
