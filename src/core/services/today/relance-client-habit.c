/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-client-habit.h"

#include "relance-claims.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The day nearest to a median, which may lie between two. */
static int
round_days (double days)
{
  return (int) lround (days);
}

static char *
describe_punctual (int days)
{
  if (days > -RELANCE_HABIT_TREND_DAYS)
    return g_strdup (_ ("Always pays on time"));

  /* Translators: begins a sentence about a client. %d is a number of days. */
  return g_strdup_printf (ngettext ("Always on time, usually %d day early",
                                    "Always on time, usually %d days early", -days),
                          -days);
}

static char *
describe_usual (const RelanceHabit *habit)
{
  int days = round_days (habit->median);
  int late = habit->late + habit->open_late;

  if (late == 0)
    return describe_punctual (days);
  /* A median of what is settled says nothing of a client who lately does not pay at all. */
  if (days <= 0 && 2 * late > habit->settled + habit->open_late)
    return g_strdup (_ ("Late more often than not"));
  if (days > 0)
    /* Translators: begins a sentence about a client. %d is a number of days. */
    return g_strdup_printf (
      ngettext ("Usually pays %d day late", "Usually pays %d days late", days), days);
  if (days < 0)
    /* Translators: begins a sentence about a client. %d is a number of days. */
    return g_strdup_printf (
      ngettext ("Usually pays %d day early", "Usually pays %d days early", -days), -days);
  return g_strdup (_ ("Usually pays on the due date"));
}

/* Returns: (nullable): %NULL when nothing was late, which is said already */
static char *
describe_share (const RelanceHabit *habit)
{
  int late = habit->late + habit->open_late;
  int counted = habit->settled + habit->open_late;

  if (late == 0)
    return NULL;
  if (habit->open_late == 0)
    /* Translators: part of a sentence about a client: how many of its invoices were late, of how
     * many. */
    return g_strdup_printf (_ ("%1$d of %2$d late"), late, counted);
  /* Translators: part of a sentence about a client: how many of its invoices were late, of how
   * many, and how many of the late ones are not paid yet. */
  return g_strdup_printf (ngettext ("%1$d of %2$d late (%3$d still open)",
                                    "%1$d of %2$d late (%3$d still open)", habit->open_late),
                          late, counted, habit->open_late);
}

/* Returns: (nullable): %NULL when the last ones are like those before */
static const char *
describe_trend (const RelanceHabit *habit)
{
  if (isnan (habit->trend))
    return NULL;
  if (habit->trend <= -RELANCE_HABIT_TREND_DAYS)
    return C_ ("habit of a client", "lately faster");
  return habit->trend >= RELANCE_HABIT_TREND_DAYS ? C_ ("habit of a client", "lately slower")
                                                  : NULL;
}

static char *
describe_too_few (int settled)
{
  if (settled == 0)
    return g_strdup (_ ("Nothing is settled yet: too few to tell."));

  /* Translators: in place of how a client pays. %d is a number of invoices. */
  return g_strdup_printf (ngettext ("%d invoice is settled: too few to tell.",
                                    "%d invoices are settled: too few to tell.", settled),
                          settled);
}

/**
 * relance_client_habit_load:
 * @habit: (out): how the client pays in all currencies, for a habit has none; with nothing settled
 *   and nothing late it has counts of 0
 *
 * Returns: %FALSE with an error of %RELANCE_STORE_ERROR
 */
gboolean
relance_client_habit_load (RelanceBook *book, gint64 client_id, RelanceHabit *habit, GError **error)
{
  g_autoptr (GArray) figures =
    relance_store_list_figures_of_client (relance_book_get_store (book), client_id, error);
  g_autoptr (GArray) claims = NULL;
  g_autoptr (GArray) habits = NULL;

  if (figures == NULL)
    return FALSE;
  claims = relance_claims_list (figures, NULL);
  habits = relance_habits_new (claims, relance_book_get_today (book));
  *habit = habits->len > 0 ? g_array_index (habits, RelanceHabit, 0)
                           : (RelanceHabit) { .client_id = client_id };
  return TRUE;
}

/**
 * relance_client_habit_describe:
 *
 * Says in one plain sentence how a client pays: the median, how many were late, and whether the
 * last ones came sooner or later. Facts, never a score.
 *
 * Returns: (transfer full): the sentence
 */
char *
relance_client_habit_describe (const RelanceHabit *habit)
{
  g_autofree char *usual = NULL;
  g_autofree char *share = NULL;
  const char *trend = describe_trend (habit);

  if (habit->settled < RELANCE_HABIT_ENOUGH)
    return describe_too_few (habit->settled);

  usual = describe_usual (habit);
  share = describe_share (habit);
  if (share != NULL && trend != NULL)
    /* Translators: how a client pays: "Usually pays 12 days late", "7 of 9 late", "lately
     * faster". */
    return g_strdup_printf (_ ("%1$s, %2$s, %3$s."), usual, share, trend);
  if (share != NULL || trend != NULL)
    /* Translators: how a client pays: "Usually pays 12 days late", then "7 of 9 late" or "lately
     * faster". */
    return g_strdup_printf (_ ("%1$s, %2$s."), usual, share != NULL ? share : trend);
  /* Translators: how a client pays: "Always pays on time". */
  return g_strdup_printf (_ ("%s."), usual);
}
