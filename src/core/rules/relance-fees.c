/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-fees.h"

/* The year of the law has 365 days, a leap year too. */
#define DAYS_IN_YEAR 365

/* A base times days times a rate, for one minor unit of interest. */
#define UNIT ((__int128) DAYS_IN_YEAR * 100 * RELANCE_RATE_PERCENT)

/* Code de commerce, L441-10 II. */
#define FLOOR_FACTOR 3

/* Code de commerce, D441-5, in cents of a euro. */
#define FR_FIXED 4000

/* What the law adds to the rate of the central bank, and whether its rate follows the half-years or
 * stays that of the day on which the interest began. */
static const struct
{
  int points;
  gboolean follows;
} statutes[] = {
  [RELANCE_FEES_FR_BUSINESS] = { 10, TRUE },
  [RELANCE_FEES_FR_PUBLIC] = { 8, FALSE },
  [RELANCE_FEES_GB] = { 8, FALSE },
};

/* What is being added up over the lines of an invoice. */
typedef struct
{
  const RelanceFeesTerms *terms;
  RelanceDate until;
  RelanceFees *fees;
  __int128 exact; /* the interest so far, in UNITs of a minor unit */
  gint64 late;    /* what was owed on the day after it was due */
} Sum;

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const RelanceLowering *first = a, *second = b;

  return (first->date > second->date) - (first->date < second->date);
}

static void
add_missing (RelanceFees *fees, RelanceRateKind kind, RelanceDate day)
{
  RelanceMissingRate added = { kind, relance_rates_get_half (day) };

  for (guint i = 0; i < fees->missing->len; i++)
    {
      const RelanceMissingRate *missing = &g_array_index (fees->missing, RelanceMissingRate, i);

      if (missing->kind == kind && missing->half == added.half)
        return;
    }
  g_array_append_val (fees->missing, added);
}

/* The rate of a table for @line, on @day; noted when there is none. */
static const RelanceRate *
look_up (Sum *sum, RelanceFeesLine *line, RelanceRateKind kind, RelanceDate day)
{
  line->source = relance_rates_find (sum->terms->rates, kind, day);
  if (line->source == NULL)
    add_missing (sum->fees, kind, day);
  return line->source;
}

static void
apply_statute (Sum *sum, RelanceFeesLine *line)
{
  gboolean follows = statutes[sum->terms->rule].follows;
  const RelanceRate *found =
    look_up (sum, line, RELANCE_RATE_REFERENCE, follows ? line->from : line->due + 1);

  line->kind = RELANCE_FEES_RATE_STATUTORY;
  if (found != NULL)
    line->rate = found->rate + statutes[sum->terms->rule].points * RELANCE_RATE_PERCENT;
}

/* Without the law's least, nobody can say whether what was agreed is lawful. */
static void
apply_contract (Sum *sum, RelanceFeesLine *line)
{
  const RelanceRate *legal = look_up (sum, line, RELANCE_RATE_LEGAL, line->from);
  int least = legal != NULL ? FLOOR_FACTOR * legal->rate : 0;

  line->kind = sum->terms->agreed < least ? RELANCE_FEES_RATE_FLOOR : RELANCE_FEES_RATE_AGREED;
  if (legal != NULL)
    line->rate = MAX (sum->terms->agreed, least);
}

/* Half a cent is a cent. The sum is rounded, not the lines, which take what it grew by. */
static void
add_line (Sum *sum, RelanceFeesLine *line)
{
  line->days = line->to - line->from + 1;
  line->rate = RELANCE_RATE_NONE;
  if (sum->terms->agreed != RELANCE_RATE_NONE)
    apply_contract (sum, line);
  else
    apply_statute (sum, line);
  if (line->rate != RELANCE_RATE_NONE)
    {
      sum->exact += (__int128) line->base * line->days * line->rate;
      line->amount = (gint64) ((2 * sum->exact + UNIT) / (2 * UNIT)) - sum->fees->interest;
      sum->fees->interest += line->amount;
    }
  g_array_append_val (sum->fees->lines, *line);
}

static RelanceDate
find_end (Sum *sum, RelanceDate from)
{
  if (!statutes[sum->terms->rule].follows)
    return sum->until;
  return MIN (sum->until, relance_rates_get_end (from));
}

/* What was owed on the day after @debt was due; the payments that came later are left in @later. */
static gint64
find_base (const RelanceFeesDebt *debt, GArray *later)
{
  gint64 base = debt->amount;

  for (guint i = 0; i < debt->lowerings->len; i++)
    {
      const RelanceLowering *lowering = &g_array_index (debt->lowerings, RelanceLowering, i);

      if (lowering->was_never_owed || lowering->date <= debt->due)
        base -= lowering->amount;
      else
        g_array_append_val (later, *lowering);
    }
  g_array_sort (later, compare_dates);
  return base;
}

/* The day it is due is in time; the day it is paid is late. */
static void
add_debt (Sum *sum, const RelanceFeesDebt *debt)
{
  g_autoptr (GArray) later = g_array_new (FALSE, FALSE, sizeof (RelanceLowering));
  gint64 base = find_base (debt, later);
  RelanceDate from = debt->due + 1;
  guint next = 0;

  if (base <= 0 || from > sum->until)
    return;
  sum->late += base;
  while (base > 0 && from <= sum->until)
    {
      RelanceFeesLine line = { .due = debt->due, .from = from, .base = base };

      line.to = find_end (sum, from);
      if (next < later->len)
        line.to = MIN (line.to, g_array_index (later, RelanceLowering, next).date);
      add_line (sum, &line);
      from = line.to + 1;
      for (; next < later->len && g_array_index (later, RelanceLowering, next).date < from; next++)
        base -= g_array_index (later, RelanceLowering, next).amount;
    }
}

/* Late Payment of Commercial Debts (Interest) Act 1998, 5A, in pence. */
static gint64
get_british_sum (gint64 late)
{
  if (late < 100000)
    return 4000;
  return late < 1000000 ? 7000 : 10000;
}

/* An invoice has one such sum, whatever its instalments. */
static void
add_fixed (Sum *sum, const char *currency)
{
  gboolean is_british = sum->terms->rule == RELANCE_FEES_GB;

  g_strlcpy (sum->fees->fixed_currency, is_british ? "GBP" : "EUR",
             sizeof sum->fees->fixed_currency);
  if (sum->late == 0)
    return;
  sum->fees->is_fixed_known = !is_british || g_str_equal (currency, "GBP");
  if (sum->fees->is_fixed_known)
    sum->fees->fixed = is_british ? get_british_sum (sum->late) : FR_FIXED;
}

/**
 * relance_fees_pick_rule:
 * @country: whose law it is, an ISO 3166 code
 * @kind: who owes
 */
RelanceFeesRule
relance_fees_pick_rule (const char *country, RelanceKind kind)
{
  if (kind == RELANCE_KIND_CONSUMER)
    return RELANCE_FEES_NONE;
  if (g_str_equal (country, "FR"))
    return kind == RELANCE_KIND_PUBLIC ? RELANCE_FEES_FR_PUBLIC : RELANCE_FEES_FR_BUSINESS;
  return g_str_equal (country, "GB") ? RELANCE_FEES_GB : RELANCE_FEES_UNKNOWN;
}

/**
 * relance_fees_compute:
 * @debts: (element-type RelanceFeesDebt): the instalments of one invoice, by due date
 * @until: the last day that counts, if it was not paid before
 *
 * Interest is simple, on what remains due with its taxes, over days of 365 a year. It runs from the
 * day after each due date to the day of payment, and needs no reminder. An invoice that is due on a
 * Sunday or a holiday is due then: no rule moves it.
 *
 * Returns: (transfer full): nothing at all where the rule knows of no fees
 */
RelanceFees *
relance_fees_compute (const RelanceFeesTerms *terms,
                      GPtrArray *debts,
                      const char *currency,
                      RelanceDate until)
{
  Sum sum = { .terms = terms, .until = until, .fees = g_new0 (RelanceFees, 1) };

  g_assert (terms->agreed == RELANCE_RATE_NONE || terms->rule == RELANCE_FEES_FR_BUSINESS);

  sum.fees->lines = g_array_new (FALSE, FALSE, sizeof (RelanceFeesLine));
  sum.fees->missing = g_array_new (FALSE, FALSE, sizeof (RelanceMissingRate));
  sum.fees->is_fixed_known = TRUE;
  if (terms->rule == RELANCE_FEES_NONE || terms->rule == RELANCE_FEES_UNKNOWN)
    return sum.fees;
  for (guint i = 0; i < debts->len; i++)
    add_debt (&sum, g_ptr_array_index (debts, i));
  add_fixed (&sum, currency);
  return sum.fees;
}

void
relance_fees_free (RelanceFees *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->missing);
  g_free (self);
}

RelanceFeesDebt *
relance_fees_debt_new (RelanceDate due, gint64 amount)
{
  RelanceFeesDebt *self = g_new0 (RelanceFeesDebt, 1);

  self->due = due;
  self->amount = amount;
  self->lowerings = g_array_new (FALSE, FALSE, sizeof (RelanceLowering));
  return self;
}

void
relance_fees_debt_free (RelanceFeesDebt *self)
{
  g_array_unref (self->lowerings);
  g_free (self);
}
