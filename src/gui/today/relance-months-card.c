/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-months-card.h"

#include "charts/relance-bar-chart.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "window/relance-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _RelanceMonthsCard
{
  GtkBox parent_instance;

  /* Template */
  AdwToggleGroup *measure;
  AdwToggleGroup *period;
  RelanceBarChart *chart;

  /* Owned */
  GArray *months; /* RelanceMonth */
  char currency[4];

  RelanceDate today;
};

G_DEFINE_FINAL_TYPE (RelanceMonthsCard, relance_months_card, GTK_TYPE_BOX)

enum
{
  PERIOD_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
counts_amounts (RelanceMonthsCard *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->measure), "amount") == 0;
}

static char *
describe_counts (const RelanceMonth *month)
{
  g_autofree char *name = relance_date_format_month (month->month, NULL);
  /* Translators: how many invoices were paid on time. */
  g_autofree char *on_time = g_strdup_printf (
    ngettext ("%d on time", "%d on time", month->on_time.count), month->on_time.count);
  /* Translators: how many invoices were paid late. */
  g_autofree char *late =
    g_strdup_printf (ngettext ("%d late", "%d late", month->late.count), month->late.count);
  /* Translators: how many invoices are past their due date and not paid. */
  g_autofree char *open =
    month->open_late.count == 0
      ? g_strdup (C_ ("invoices", "none still open"))
      : g_strdup_printf (ngettext ("%d still open", "%d still open", month->open_late.count),
                         month->open_late.count);

  /* Translators: a month, then what became of its invoices: paid on time, paid late, still open. */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s, %4$s"), name, on_time, late, open);
}

static char *
describe_amounts (const RelanceMonth *month, const char *currency)
{
  g_autofree char *name = relance_date_format_month (month->month, NULL);
  g_autofree char *on_time = relance_money_format (month->on_time.amount, currency, NULL);
  g_autofree char *late = relance_money_format (month->late.amount, currency, NULL);
  g_autofree char *open = relance_money_format (month->open_late.amount, currency, NULL);

  /* Translators: a month, then three amounts. */
  return g_strdup_printf (_ ("%1$s: %2$s on time, %3$s late, %4$s still open"), name, on_time, late,
                          open);
}

static RelanceBarData
describe_month (RelanceMonthsCard *self, const RelanceMonth *month)
{
  gboolean amounts = counts_amounts (self);
  RelanceBarData bar = { 0 };
  int year, number, day;

  relance_date_get_ymd (month->month, &year, &number, &day);
  bar.label = relance_date_format_month_short (month->month, NULL);
  if (number == 1)
    {
      g_autofree char *name = bar.label;

      bar.label = g_strdup_printf ("%s\n%d", name, year);
    }
  bar.description = amounts ? describe_amounts (month, self->currency) : describe_counts (month);
  bar.parts[0] = amounts ? (double) month->on_time.amount : month->on_time.count;
  bar.parts[1] = amounts ? (double) month->late.amount : month->late.count;
  bar.parts[2] = amounts ? (double) month->open_late.amount : month->open_late.count;
  return bar;
}

static void
clear_bar (RelanceBarData *bar)
{
  g_free (bar->label);
  g_free (bar->description);
}

static char *
format_count (double value, gpointer data)
{
  return g_strdup_printf ("%d", (int) value);
}

static char *
format_amount (double value, gpointer currency)
{
  return relance_money_format_short ((gint64) value, currency, NULL);
}

static double
get_whole_unit (const char *currency)
{
  double unit = 1;

  for (int i = 0; i < relance_money_get_digits (currency); i++)
    unit *= 10;
  return unit;
}

static void
show_bars (RelanceMonthsCard *self)
{
  g_autoptr (GArray) bars = g_array_new (FALSE, TRUE, sizeof (RelanceBarData));

  if (self->months == NULL)
    return;

  g_array_set_clear_func (bars, (GDestroyNotify) clear_bar);
  for (guint i = 0; i < self->months->len; i++)
    {
      RelanceBarData bar = describe_month (self, &g_array_index (self->months, RelanceMonth, i));

      g_array_append_val (bars, bar);
    }
  if (counts_amounts (self))
    relance_bar_chart_set_bars (self->chart, bars, get_whole_unit (self->currency), format_amount,
                                self->currency);
  else
    relance_bar_chart_set_bars (self->chart, bars, 1, format_count, NULL);
}

static void
measure_changed_cb (RelanceMonthsCard *self)
{
  show_bars (self);
}

static void
period_changed_cb (RelanceMonthsCard *self)
{
  g_signal_emit (self, signals[PERIOD_CHANGED], 0);
}

/* The bars stop at yesterday, for what is due today may still be paid on time; so does the list. */
static void
bar_activated_cb (RelanceMonthsCard *self, guint index)
{
  const RelanceMonth *month = &g_array_index (self->months, RelanceMonth, index);
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autofree char *name = relance_date_format_month (month->month, NULL);
  /* Translators: %s is a month and its year. */
  g_autofree char *title = g_strdup_printf (_ ("Fell due in %s"), name);

  query->filter = RELANCE_INVOICES_ALL;
  query->due_from = month->month;
  query->due_to = MIN (relance_date_add_months (month->month, 1), self->today) - 1;
  g_strlcpy (query->currency, self->currency, sizeof query->currency);
  relance_window_show_invoices (relance_window_of (GTK_WIDGET (self)), query, title);
}

static void
relance_months_card_dispose (GObject *object)
{
  RelanceMonthsCard *self = RELANCE_MONTHS_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_MONTHS_CARD);
  g_clear_pointer (&self->months, g_array_unref);
  G_OBJECT_CLASS (relance_months_card_parent_class)->dispose (object);
}

static void
relance_months_card_class_init (RelanceMonthsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_months_card_dispose;
  signals[PERIOD_CHANGED] = g_signal_new ("period-changed", RELANCE_TYPE_MONTHS_CARD,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RELANCE_TYPE_BAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-months-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, measure);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, period);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, chart);
  gtk_widget_class_bind_template_callback (widget_class, measure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
}

static void
relance_months_card_init (RelanceMonthsCard *self)
{
  self->today = RELANCE_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How many months the user wants to see. */
int
relance_months_card_get_period (RelanceMonthsCard *self)
{
  g_return_val_if_fail (RELANCE_IS_MONTHS_CARD (self), 12);

  return g_strcmp0 (adw_toggle_group_get_active_name (self->period), "24") == 0 ? 24 : 12;
}

void
relance_months_card_set_figures (RelanceMonthsCard *self,
                                 const RelanceCurrencyFigures *figures,
                                 RelanceDate today)
{
  g_return_if_fail (RELANCE_IS_MONTHS_CARD (self));

  g_clear_pointer (&self->months, g_array_unref);
  self->months = g_array_ref (figures->months);
  g_strlcpy (self->currency, figures->currency, sizeof self->currency);
  self->today = today;
  show_bars (self);
}
