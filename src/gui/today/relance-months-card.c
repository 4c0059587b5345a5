/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-months-card.h"

#include "charts/relance-bar-chart.h"
#include "charts/relance-bar-drawing.h"
#include "charts/relance-chart-card.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "today/relance-months-words.h"
#include "window/relance-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* On paper, in points. */
#define DRAWING_HEIGHT 300

struct _RelanceMonthsCard
{
  GtkBox parent_instance;

  /* Template */
  RelanceChartCard *card;
  GtkLabel *weak_key;
  AdwToggleGroup *measure;
  AdwToggleGroup *period;
  RelanceBarChart *chart;
  GtkWidget *key;
  GtkWidget *nothing;

  /* Owned */
  GArray *months; /* RelanceMonth */
  char currency[4];

  RelanceDate today;
  gboolean opens_lists;
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

/* Borrows from @self. */
static RelanceMonthsMeasure
get_measure (RelanceMonthsCard *self)
{
  return (RelanceMonthsMeasure) {
    .months = self->months,
    .currency = counts_amounts (self) ? self->currency : NULL,
  };
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

static double
get_unit (RelanceMonthsCard *self)
{
  return counts_amounts (self) ? get_whole_unit (self->currency) : 1;
}

static gboolean
has_bars (RelanceMonthsCard *self)
{
  for (guint i = 0; i < self->months->len; i++)
    {
      const RelanceMonth *month = &g_array_index (self->months, RelanceMonth, i);

      if (month->on_time.count + month->late.count + month->open_late.count > 0)
        return TRUE;
    }
  return FALSE;
}

/* A sentence rather than an empty frame. */
static void
show_or_hide_bars (RelanceMonthsCard *self)
{
  gboolean has = has_bars (self);

  gtk_widget_set_visible (GTK_WIDGET (self->chart), has);
  gtk_widget_set_visible (self->key, has);
  gtk_widget_set_visible (self->nothing, !has);
}

static void
show_bars (RelanceMonthsCard *self)
{
  RelanceMonthsMeasure measure;
  g_autoptr (RelanceFigureTable) table = NULL;
  g_autoptr (GArray) bars = NULL;

  if (self->months == NULL)
    return;
  measure = get_measure (self);
  bars = relance_months_words_make_bars (&measure);
  relance_bar_chart_set_bars (self->chart, bars, get_unit (self),
                              counts_amounts (self) ? format_amount : format_count, self->currency);
  table = relance_months_words_make_table (&measure);
  relance_chart_card_set_table (self->card, table);
  show_or_hide_bars (self);
}

/* A RelanceDraw. */
static void
draw_months (const RelanceDrawing *drawing, gpointer data)
{
  RelanceMonthsCard *self = data;
  RelanceMonthsMeasure measure = get_measure (self);
  g_autoptr (GArray) bars = relance_months_words_make_bars (&measure);
  g_autofree char *weak = relance_months_words_dup_weak ();
  const char *keys[RELANCE_BAR_N_PARTS] = { _ ("On time"), _ ("Late"), _ ("Late and still open") };

  relance_bar_drawing_draw (drawing, bars, get_unit (self),
                            counts_amounts (self) ? format_amount : format_count, self->currency,
                            keys, _ ("Rate paid on time"), weak);
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

  if (!self->opens_lists)
    return;
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
  g_type_ensure (RELANCE_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-months-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, card);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, weak_key);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, measure);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, period);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, chart);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, key);
  gtk_widget_class_bind_template_child (widget_class, RelanceMonthsCard, nothing);
  gtk_widget_class_bind_template_callback (widget_class, measure_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
}

static void
relance_months_card_init (RelanceMonthsCard *self)
{
  g_autofree char *weak = relance_months_words_dup_weak ();

  self->today = RELANCE_DATE_NONE;
  self->opens_lists = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->weak_key, weak);
  relance_chart_card_set_drawing (self->card, DRAWING_HEIGHT, draw_months, self);
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

/* Lists show the book as it is: figures of another day have none behind them. */
void
relance_months_card_set_opens_lists (RelanceMonthsCard *self, gboolean opens_lists)
{
  g_return_if_fail (RELANCE_IS_MONTHS_CARD (self));

  self->opens_lists = opens_lists;
  if (opens_lists)
    gtk_widget_remove_css_class (GTK_WIDGET (self->chart), "only-shown");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->chart), "only-shown");
}

void
relance_months_card_set_explanation (RelanceMonthsCard *self, const RelanceExplanation *explanation)
{
  g_return_if_fail (RELANCE_IS_MONTHS_CARD (self));

  relance_chart_card_set_explanation (self->card, explanation);
}
