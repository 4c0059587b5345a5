/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-dso.h"

#include <math.h>

typedef struct
{
  RelanceDate day;
  double amount;
} Sale;

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  RelanceDate first = ((const Sale *) a)->day;
  RelanceDate second = ((const Sale *) b)->day;

  return (second > first) - (second < first);
}

/* The sales of each day that has some, latest first. */
static GArray *
list_sales (GArray *claims, RelanceDate day)
{
  GArray *sales = g_array_new (FALSE, FALSE, sizeof (Sale));
  guint n = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (claim->issued <= day && claim->sold > 0)
        g_array_append_vals (sales, &(Sale) { claim->issued, (double) claim->sold }, 1);
    }
  g_array_sort (sales, compare_latest_first);
  for (guint i = 0; i < sales->len; i++)
    {
      Sale sale = g_array_index (sales, Sale, i);

      if (n > 0 && g_array_index (sales, Sale, n - 1).day == sale.day)
        g_array_index (sales, Sale, n - 1).amount += sale.amount;
      else
        g_array_index (sales, Sale, n++) = sale;
    }
  g_array_set_size (sales, n);
  return sales;
}

static double
sum_sales (GArray *claims, RelanceDate day)
{
  double sum = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (claim->issued <= day && claim->issued > day - RELANCE_DSO_PERIOD)
        sum += (double) claim->sold;
    }
  return sum;
}

static double
sum_balances (GArray *claims, RelanceDate day, RelanceDate first_due)
{
  double sum = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (claim->issued <= day && claim->due >= first_due)
        sum += (double) claim->balance;
    }
  return sum;
}

/* What is owed absorbs the sales of one day after the other, latest first. Whether there were any. */
static gboolean
absorb (GArray *claims, RelanceDate day, RelanceDsoParts *parts)
{
  g_autoptr (GArray) sales = list_sales (claims, day);
  double owed = sum_balances (claims, day, G_MININT32);

  if (sales->len == 0 || owed <= 0)
    return sales->len > 0;
  for (guint i = 0; i < sales->len; i++)
    {
      Sale sale = g_array_index (sales, Sale, i);

      if (owed <= sale.amount)
        {
          parts->whole_days = day - sale.day;
          parts->rest = owed;
          parts->last_sales = sale.amount;
          return TRUE;
        }
      owed -= sale.amount;
    }
  parts->whole_days = day - g_array_index (sales, Sale, sales->len - 1).day + 1;
  return TRUE;
}

/**
 * relance_dso_get_parts:
 * @claims: (element-type RelanceClaim): of one currency
 * @parts: (out): the numbers that the functions below compute with
 */
void
relance_dso_get_parts (GArray *claims, RelanceDate day, RelanceDsoParts *parts)
{
  *parts = (RelanceDsoParts) {
    .owed = sum_balances (claims, day, G_MININT32),
    .not_due = sum_balances (claims, day, day),
    .sales = sum_sales (claims, day),
  };
  for (guint i = 0; i < claims->len; i++)
    {
      const RelanceClaim *claim = &g_array_index (claims, RelanceClaim, i);

      if (claim->issued > day)
        continue;
      parts->n_open += claim->balance > 0;
      parts->n_sold += claim->sold > 0 && claim->issued > day - RELANCE_DSO_PERIOD;
    }
  absorb (claims, day, parts);
}

/**
 * relance_dso_count_back:
 * @claims: (element-type RelanceClaim): of one currency
 * @day: the last one that counts, its own sales included
 *
 * Days sales outstanding, counted back: what is owed absorbs the sales of @day, then those of the day
 * before, and so on. Each day that is wholly absorbed is a day, with sales or without; the last one
 * is the part of its sales that could still be absorbed. Day by day, for a small seller has months
 * without sales.
 *
 * Returns: days; 0 when nothing is owed, NAN when nothing was sold
 */
double
relance_dso_count_back (GArray *claims, RelanceDate day)
{
  RelanceDsoParts parts = { 0 };

  if (!absorb (claims, day, &parts))
    return NAN;
  return parts.whole_days + (parts.last_sales > 0 ? parts.rest / parts.last_sales : 0);
}

/**
 * relance_dso_simple:
 * @claims: (element-type RelanceClaim): of one currency
 *
 * Days sales outstanding, plainly: what is owed on @day / the sales of the %RELANCE_DSO_PERIOD days
 * that end with it × those days, both with taxes.
 *
 * Returns: days; NAN when nothing was sold in that time
 */
double
relance_dso_simple (GArray *claims, RelanceDate day)
{
  double sales = sum_sales (claims, day);

  return sales > 0 ? sum_balances (claims, day, G_MININT32) / sales * RELANCE_DSO_PERIOD : NAN;
}

/**
 * relance_dso_best:
 * @claims: (element-type RelanceClaim): of one currency
 *
 * What relance_dso_simple() would be if nobody were late: the same with only what is not overdue.
 *
 * Returns: days; NAN when nothing was sold in that time
 */
double
relance_dso_best (GArray *claims, RelanceDate day)
{
  double sales = sum_sales (claims, day);

  return sales > 0 ? sum_balances (claims, day, day) / sales * RELANCE_DSO_PERIOD : NAN;
}
