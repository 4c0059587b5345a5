/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-expected-card.h"

#include "charts/relance-chart-card.h"
#include "charts/relance-range-chart.h"
#include "relance-explanation-outlook.h"
#include "relance-money.h"

#include <glib/gi18n.h>

/* From so many whole units on, cents say nothing of what is a guess. */
#define WITHOUT_CENTS 100

#define DRAWING_HEIGHT 200

struct _RelanceExpectedCard
{
  GtkBox parent_instance;

  RelanceChartCard *card;
  GtkLabel *summary;
  RelanceRangeChart *chart;
  GtkWidget *key;
  GtkLabel *unknown;
};

G_DEFINE_FINAL_TYPE (RelanceExpectedCard, relance_expected_card, GTK_TYPE_BOX)

static char *
format_guess (gint64 minor, const RelanceCash *cash, const char *currency)
{
  gint64 unit = 1;

  for (int i = 0; i < relance_money_get_digits (currency); i++)
    unit *= 10;
  return cash->all.p90 >= WITHOUT_CENTS * unit ? relance_money_format_short (minor, currency, NULL)
                                               : relance_money_format (minor, currency, NULL);
}

static char *
describe_week (const RelanceCashWeek *week, const RelanceCash *cash, const char *currency)
{
  g_autofree char *monday = relance_date_format (week->monday, NULL);
  g_autofree char *low = format_guess (week->p10, cash, currency);
  g_autofree char *middle = format_guess (week->p50, cash, currency);
  g_autofree char *high = format_guess (week->p90, cash, currency);

  if (week->p90 == 0)
    /* Translators: %s is the date of a Monday. */
    return g_strdup_printf (_ ("Week of %s: nothing"), monday);
  if (week->p10 == week->p90)
    /* Translators: the date of a Monday, and an amount that is likely to come in. */
    return g_strdup_printf (_ ("Week of %1$s: %2$s"), monday, middle);
  /* Translators: the date of a Monday, then three amounts. */
  return g_strdup_printf (_ ("Week of %1$s: about %2$s, between %3$s and %4$s"), monday, middle,
                          low, high);
}

static GArray *
list_ranges (const RelanceCash *cash, const char *currency)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RelanceRangeData));

  g_array_set_clear_func (ranges, (GDestroyNotify) relance_range_data_clear);
  for (guint i = 0; i < cash->weeks->len; i++)
    {
      const RelanceCashWeek *week = &g_array_index (cash->weeks, RelanceCashWeek, i);
      RelanceRangeData range = {
        .label = relance_date_format_day (week->monday, NULL),
        .amount = format_guess (week->p50, cash, currency),
        .description = describe_week (week, cash, currency),
        .low = (double) week->p10,
        .middle = (double) week->p50,
        .high = (double) week->p90,
      };

      g_array_append_val (ranges, range);
    }
  return ranges;
}

static RelanceFigureTable *
make_table (const RelanceCash *cash, const char *currency)
{
  RelanceFigureTable *table = relance_figure_table_new ();

  relance_figure_table_add_column (table, C_ ("column", "Week From"), NULL);
  relance_figure_table_add_column (table, C_ ("forecast", "At Least"), currency);
  relance_figure_table_add_column (table, C_ ("forecast", "About"), currency);
  relance_figure_table_add_column (table, C_ ("forecast", "At Most"), currency);
  for (guint i = 0; i < cash->weeks->len; i++)
    {
      const RelanceCashWeek *week = &g_array_index (cash->weeks, RelanceCashWeek, i);

      relance_figure_table_add_date (table, week->monday);
      relance_figure_table_add_amount (table, week->p10, currency);
      relance_figure_table_add_amount (table, week->p50, currency);
      relance_figure_table_add_amount (table, week->p90, currency);
    }
  return table;
}

static char *
describe_all (const RelanceCash *cash, const char *currency)
{
  int weeks = (int) cash->weeks->len;
  g_autofree char *low = format_guess (cash->all.p10, cash, currency);
  g_autofree char *middle = format_guess (cash->all.p50, cash, currency);
  g_autofree char *high = format_guess (cash->all.p90, cash, currency);

  if (cash->all.p90 == 0)
    /* Translators: %d is a number of weeks. */
    return g_strdup_printf (ngettext ("Nothing is likely to come in this week.",
                                      "Nothing is likely to come in during these %d weeks.", weeks),
                            weeks);
  if (cash->all.p10 == cash->all.p90)
    /* Translators: an amount, and a number of weeks in which it is likely to come in. */
    return g_strdup_printf (ngettext ("%1$s in %2$d week.", "%1$s in these %2$d weeks.", weeks),
                            middle, weeks);
  /* Translators: an amount, a number of weeks in which it is likely to come in, and two amounts. */
  return g_strdup_printf (ngettext ("About %1$s in %2$d week, between %3$s and %4$s.",
                                    "About %1$s in these %2$d weeks, between %3$s and %4$s.",
                                    weeks),
                          middle, weeks, low, high);
}

static void
show_unknown (RelanceExpectedCard *self, const RelanceCash *cash, const char *currency)
{
  g_autofree char *amount = relance_money_format (cash->unknown_amount, currency, NULL);
  /* Translators: an amount, and the number of invoices in which it is owed. */
  g_autofree char *text = g_strdup_printf (
    ngettext (
      "Not counted: %1$s in %2$d invoice that has waited longer than any that was ever paid.",
      "Not counted: %1$s in %2$d invoices that have waited longer than any that was ever paid.",
      cash->unknown_count),
    amount, cash->unknown_count);

  gtk_label_set_label (self->unknown, text);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), cash->unknown_count > 0);
}

static void
show_cash (RelanceExpectedCard *self, const RelanceCash *cash, const char *currency)
{
  g_autoptr (GArray) ranges = list_ranges (cash, currency);
  g_autoptr (RelanceFigureTable) table = make_table (cash, currency);
  g_autofree char *summary = describe_all (cash, currency);
  gboolean expects = cash->all.p90 > 0;

  relance_range_chart_set_ranges (self->chart, ranges);
  relance_chart_card_set_table (self->card, table);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), expects);
  gtk_widget_set_visible (self->key, expects);
  show_unknown (self, cash, currency);
}

static char *
describe_nothing (const char *currency)
{
  /* Translators: %s is the code of a currency, "EUR". */
  return g_strdup_printf (_ ("Nothing is owed to you in %s: there is nothing to wait for."),
                          currency);
}

static char *
describe_too_few (int settled)
{
  if (settled == 0)
    return g_strdup (
      _ ("Nothing has been paid yet: after the first few payments, this says when to expect "
         "the next."));

  /* Translators: %d is a number of invoices. */
  return g_strdup_printf (
    ngettext ("%d invoice has been paid so far: too few to tell when the others will be.",
              "%d invoices have been paid so far: too few to tell when the others will be.",
              settled),
    settled);
}

static void
relance_expected_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_EXPECTED_CARD);
  G_OBJECT_CLASS (relance_expected_card_parent_class)->dispose (object);
}

static void
relance_expected_card_class_init (RelanceExpectedCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_expected_card_dispose;

  g_type_ensure (RELANCE_TYPE_CHART_CARD);
  g_type_ensure (RELANCE_TYPE_RANGE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-expected-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceExpectedCard, card);
  gtk_widget_class_bind_template_child (widget_class, RelanceExpectedCard, summary);
  gtk_widget_class_bind_template_child (widget_class, RelanceExpectedCard, chart);
  gtk_widget_class_bind_template_child (widget_class, RelanceExpectedCard, key);
  gtk_widget_class_bind_template_child (widget_class, RelanceExpectedCard, unknown);
}

static void
relance_expected_card_init (RelanceExpectedCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_chart_card_set_drawing (self->card, DRAWING_HEIGHT, relance_range_chart_draw,
                                  self->chart);
}

/* One sentence in place of figures. */
void
relance_expected_card_say (RelanceExpectedCard *self, const char *sentence)
{
  g_return_if_fail (RELANCE_IS_EXPECTED_CARD (self));

  relance_chart_card_set_table (self->card, NULL);
  relance_chart_card_set_explanation (self->card, NULL);
  gtk_label_set_label (self->summary, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), FALSE);
  gtk_widget_set_visible (self->key, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown), FALSE);
}

void
relance_expected_card_set_outlook (RelanceExpectedCard *self,
                                   RelanceOutlook *outlook,
                                   const char *currency)
{
  g_autoptr (RelanceExplanation) explanation = NULL;
  const RelanceCash *cash;

  g_return_if_fail (RELANCE_IS_EXPECTED_CARD (self));

  explanation = relance_explain_expected (outlook, currency);
  relance_chart_card_set_explanation (self->card, explanation);
  cash = relance_outlook_get_cash (outlook, currency);
  if (cash != NULL && outlook->settled >= RELANCE_OUTLOOK_ENOUGH)
    show_cash (self, cash, currency);
  else
    {
      g_autofree char *sentence = cash == NULL ? describe_nothing (currency)
                                               : describe_too_few (outlook->settled);

      relance_expected_card_say (self, sentence);
    }
}
