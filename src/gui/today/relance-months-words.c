/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-months-words.h"

#include "relance-money.h"
#include "relance-wording.h"

#include <glib/gi18n.h>

/* How a month was paid, counted or added up. */
typedef struct
{
  gint64 on_time;
  gint64 late;
  gint64 open_late;
  gint64 due; /* what the rate is a share of */
  gboolean is_weak;
} Sums;

static Sums
get_sums (const RelanceMonthsMeasure *self, const RelanceMonth *month)
{
  int count = month->on_time.count + month->late.count + month->open_late.count;
  gboolean is_weak = count < RELANCE_FEWEST_FOR_A_RATE;

  if (self->currency == NULL)
    return (Sums) { month->on_time.count, month->late.count, month->open_late.count, count,
                    is_weak };
  return (Sums) { month->on_time.amount, month->late.amount, month->open_late.amount,
                  month->due_amount, is_weak };
}

static char *
describe_counts (const char *name, const Sums *sums)
{
  int on_time_count = (int) sums->on_time, late_count = (int) sums->late;
  int open_count = (int) sums->open_late;
  /* Translators: how many invoices were paid on time. */
  g_autofree char *on_time =
    g_strdup_printf (ngettext ("%d on time", "%d on time", on_time_count), on_time_count);
  /* Translators: how many invoices were paid late. */
  g_autofree char *late = g_strdup_printf (ngettext ("%d late", "%d late", late_count), late_count);
  /* Translators: how many invoices are past their due date and not paid. */
  g_autofree char *open =
    open_count == 0
      ? g_strdup (C_ ("invoices", "none still open"))
      : g_strdup_printf (ngettext ("%d still open", "%d still open", open_count), open_count);

  /* Translators: a month, then what became of its invoices: paid on time, paid late, still open. */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s, %4$s"), name, on_time, late, open);
}

static char *
describe_amounts (const char *name, const Sums *sums, const char *currency)
{
  g_autofree char *on_time = relance_money_format (sums->on_time, currency, NULL);
  g_autofree char *late = relance_money_format (sums->late, currency, NULL);
  g_autofree char *open = relance_money_format (sums->open_late, currency, NULL);

  /* Translators: a month, then three amounts. */
  return g_strdup_printf (_ ("%1$s: %2$s on time, %3$s late, %4$s still open"), name, on_time, late,
                          open);
}

static char *
describe_month (const RelanceMonthsMeasure *self, const RelanceMonth *month, const Sums *sums)
{
  g_autofree char *name = relance_date_format_month (month->month, NULL);
  g_autofree char *parts = self->currency != NULL ? describe_amounts (name, sums, self->currency)
                                                  : describe_counts (name, sums);
  g_autofree char *rate = relance_wording_share (sums->on_time, sums->due);

  if (sums->due == 0)
    return g_steal_pointer (&parts);
  if (sums->is_weak)
    /* Translators: %s says what became of the invoices of a month. */
    return g_strdup_printf (_ ("%s. Too few to tell a rate"), parts);
  /* Translators: what became of the invoices of a month, then a percentage. */
  return g_strdup_printf (_ ("%1$s. %2$s paid on time"), parts, rate);
}

static char *
dup_label (RelanceDate month)
{
  g_autofree char *name = relance_date_format_month_short (month, NULL);
  int year, number, day;

  relance_date_get_ymd (month, &year, &number, &day);
  return number == 1 ? g_strdup_printf ("%s\n%d", name, year) : g_steal_pointer (&name);
}

static RelanceBarData
make_bar (const RelanceMonthsMeasure *self, const RelanceMonth *month)
{
  const Sums sums = get_sums (self, month);

  return (RelanceBarData) {
    .label = dup_label (month->month),
    .description = describe_month (self, month, &sums),
    .parts = { (double) sums.on_time, (double) sums.late, (double) sums.open_late },
    .rate = sums.due > 0 ? (double) sums.on_time / (double) sums.due : 0,
    .has_rate = sums.due > 0,
    .rate_is_weak = sums.is_weak,
  };
}

static void
add_value (RelanceFigureTable *table, gint64 value, const char *currency)
{
  if (currency != NULL)
    relance_figure_table_add_amount (table, value, currency);
  else
    relance_figure_table_add_count (table, value);
}

static void
add_row (const RelanceMonthsMeasure *self, RelanceFigureTable *table, const RelanceMonth *month)
{
  const Sums sums = get_sums (self, month);

  relance_figure_table_add_month (table, month->month);
  add_value (table, sums.on_time, self->currency);
  add_value (table, sums.late, self->currency);
  add_value (table, sums.open_late, self->currency);
  if (sums.due > 0 && sums.is_weak)
    relance_figure_table_add_missing (table, C_ ("rate", "too few"));
  else
    relance_figure_table_add_share (table, sums.on_time, sums.due);
}

/* Returns: (transfer full) (element-type RelanceBarData) */
GArray *
relance_months_words_make_bars (const RelanceMonthsMeasure *self)
{
  GArray *bars = relance_bars_new ();

  for (guint i = 0; i < self->months->len; i++)
    {
      RelanceBarData bar = make_bar (self, &g_array_index (self->months, RelanceMonth, i));

      g_array_append_val (bars, bar);
    }
  return bars;
}

RelanceFigureTable *
relance_months_words_make_table (const RelanceMonthsMeasure *self)
{
  RelanceFigureTable *table = relance_figure_table_new ();

  relance_figure_table_add_column (table, C_ ("column", "Fell Due In"), NULL);
  relance_figure_table_add_column (table, C_ ("column", "On Time"), self->currency);
  relance_figure_table_add_column (table, _ ("Late"), self->currency);
  relance_figure_table_add_column (table, C_ ("column", "Still Open"), self->currency);
  relance_figure_table_add_column (table, C_ ("column", "Rate"), "%");
  for (guint i = 0; i < self->months->len; i++)
    add_row (self, table, &g_array_index (self->months, RelanceMonth, i));
  return table;
}

/* What a rate that is marked as weak is said to be. */
char *
relance_months_words_dup_weak (void)
{
  /* Translators: beside a mark in a chart; %d is a number of invoices. */
  return g_strdup_printf (ngettext ("Rate of fewer than %d invoice: too few to tell",
                                    "Rate of fewer than %d invoices: too few to tell",
                                    RELANCE_FEWEST_FOR_A_RATE),
                          RELANCE_FEWEST_FOR_A_RATE);
}
