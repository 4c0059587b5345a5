/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-today-figures.h"

#include "relance-explanation.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "today/relance-figure.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>

struct _RelanceTodayFigures
{
  GtkBox parent_instance;

  /* Template */
  RelanceFigure *owed;
  RelanceFigure *overdue;
  RelanceFigure *rate;

  /* What the lists are made from */
  char currency[4];
  RelanceDate first_month;
  RelanceDate day;

  /* What they were before is still being read: its place is kept, so that nothing moves. */
  gboolean more_to_come;
};

G_DEFINE_FINAL_TYPE (RelanceTodayFigures, relance_today_figures, GTK_TYPE_BOX)

static void
show_figure (RelanceTodayFigures *self,
             RelanceFigure *figure,
             RelanceFigureText *text,
             const char *change)
{
  text->change = change == NULL && self->more_to_come ? "" : change;
  relance_figure_set (figure, text);
}

/* Of every currency where there is but one. */
static char *
describe_none_owed (const RelanceComparison *comparison)
{
  if (!comparison->has_others)
    return g_strdup (_ ("everything is paid"));
  /* Translators: %s is the code of a currency, "EUR". */
  return g_strdup_printf (_ ("everything in %s is paid"), comparison->now->currency);
}

static void
show_owed (RelanceTodayFigures *self, const RelanceComparison *comparison)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  g_autoptr (RelanceExplanation) explanation = relance_explain_owed (comparison);
  g_autofree char *amount =
    relance_money_format_short (figures->owed.amount, figures->currency, NULL);
  /* Translators: beneath what is owed; %d is a number of invoices. */
  g_autofree char *some = g_strdup_printf (
    ngettext ("in %d invoice", "in %d invoices", figures->owed.count), figures->owed.count);
  g_autofree char *none = describe_none_owed (comparison);
  RelanceFigureText text = {
    amount, C_ ("amount", "owed to you"), figures->owed.count > 0 ? some : none, NULL, 0, 0
  };
  g_autofree char *change = relance_comparison_describe_owed (comparison, &text.direction);

  show_figure (self, self->owed, &text, change);
  relance_figure_set_explanation (self->owed, explanation);
}

static const char *
name_overdue (const RelanceCurrencyFigures *figures)
{
  return figures->overdue.count > 0 && figures->overdue.count == figures->owed.count
           ? C_ ("amount", "all of it late")
           : C_ ("amount", "of it late");
}

static char *
describe_none_overdue (const RelanceComparison *comparison)
{
  if (!comparison->has_others)
    return g_strdup (_ ("nobody is late"));
  /* Translators: %s is the code of a currency, "EUR". */
  return g_strdup_printf (_ ("nobody is late in %s"), comparison->now->currency);
}

static void
show_overdue (RelanceTodayFigures *self, const RelanceComparison *comparison)
{
  const RelanceCurrencyFigures *figures = comparison->now;
  g_autoptr (RelanceExplanation) explanation = relance_explain_overdue (comparison);
  g_autofree char *amount =
    relance_money_format_short (figures->overdue.amount, figures->currency, NULL);
  /* Translators: beneath what is late; %d is a number of clients. */
  g_autofree char *some =
    g_strdup_printf (ngettext ("with %d client", "with %d clients", figures->clients_overdue),
                     figures->clients_overdue);
  g_autofree char *none = describe_none_overdue (comparison);
  RelanceFigureText text = {
    amount, name_overdue (figures), figures->overdue.count > 0 ? some : none, NULL, 0, 0
  };
  g_autofree char *change = relance_comparison_describe_overdue (comparison, &text.direction);

  text.mood = -text.direction;
  show_figure (self, self->overdue, &text, change);
  relance_figure_set_explanation (self->overdue, explanation);
}

static char *
describe_sample (const RelanceCurrencyFigures *figures, int percent)
{
  int counted = figures->settled + figures->late + figures->open_overdue;
  int months = (int) figures->months->len;

  if (counted == 0)
    return g_strdup (_ ("no invoice fell due in these months: too few to tell"));
  if (percent < 0)
    /* Translators: in place of a rate; %d is a number of invoices. */
    return g_strdup_printf (ngettext ("%d invoice fell due: too few to tell",
                                      "%d invoices fell due: too few to tell", counted),
                            counted);
  /* Translators: beneath the on-time rate: invoices paid on time, invoices that fell due, the share of
   * the amounts in percent, months. */
  return g_strdup_printf (
    ngettext ("%1$d of %2$d invoice and %3$d%% of the amounts, over %4$d months",
              "%1$d of %2$d invoices and %3$d%% of the amounts, over %4$d months", counted),
    figures->settled, counted, relance_comparison_get_percent_of_amounts (figures), months);
}

static void
show_rate (RelanceTodayFigures *self, const RelanceComparison *comparison)
{
  g_autoptr (RelanceExplanation) explanation = relance_explain_rate (comparison);
  int percent = relance_comparison_get_percent (comparison->now);
  /* Translators: a percentage. */
  g_autofree char *value = percent >= 0 ? g_strdup_printf (_ ("%d%%"), percent) : g_strdup ("–");
  g_autofree char *caption = describe_sample (comparison->now, percent);
  RelanceFigureText text = { value, C_ ("rate", "paid on time"), caption, NULL, 0, 0 };
  g_autofree char *change = relance_comparison_describe_rate (comparison, &text.direction);

  text.mood = text.direction;
  show_figure (self, self->rate, &text, change);
  relance_figure_set_explanation (self->rate, explanation);
}

static void
show_list (RelanceTodayFigures *self, RelanceInvoiceQuery *query, const char *title)
{
  g_strlcpy (query->currency, self->currency, sizeof query->currency);
  relance_window_show_invoices (relance_window_of (GTK_WIDGET (self)), query, title);
}

static void
owed_activated_cb (RelanceTodayFigures *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OPEN;
  show_list (self, query, _ ("Owed to you"));
}

static void
overdue_activated_cb (RelanceTodayFigures *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OVERDUE;
  show_list (self, query, _ ("Late"));
}

static void
rate_activated_cb (RelanceTodayFigures *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  g_autofree char *month = relance_date_format_month (self->first_month, NULL);
  /* Translators: %s is a month and its year. */
  g_autofree char *title = g_strdup_printf (_ ("Paid on time since %s"), month);

  query->filter = RELANCE_INVOICES_SETTLED_ON_TIME;
  query->due_from = self->first_month;
  query->due_to = self->day - 1;
  show_list (self, query, title);
}

static void
relance_today_figures_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), RELANCE_TYPE_TODAY_FIGURES);
  G_OBJECT_CLASS (relance_today_figures_parent_class)->dispose (object);
}

static void
relance_today_figures_class_init (RelanceTodayFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_today_figures_dispose;

  g_type_ensure (RELANCE_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-today-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayFigures, owed);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayFigures, overdue);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayFigures, rate);
  gtk_widget_class_bind_template_callback (widget_class, owed_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, overdue_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_activated_cb);
}

static void
relance_today_figures_init (RelanceTodayFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @more_to_come: whether the figures before are still being read. */
void
relance_today_figures_set (RelanceTodayFigures *self,
                           const RelanceComparison *comparison,
                           gboolean more_to_come)
{
  const RelanceCurrencyFigures *figures = comparison->now;

  g_return_if_fail (RELANCE_IS_TODAY_FIGURES (self));

  g_strlcpy (self->currency, figures->currency, sizeof self->currency);
  self->first_month = g_array_index (figures->months, RelanceMonth, 0).month;
  self->day = comparison->day;
  self->more_to_come = more_to_come;
  show_owed (self, comparison);
  show_overdue (self, comparison);
  show_rate (self, comparison);
  relance_figure_set_opens (self->owed, comparison->is_today && figures->owed.count > 0);
  relance_figure_set_opens (self->overdue, comparison->is_today && figures->overdue.count > 0);
  relance_figure_set_opens (self->rate, comparison->is_today && figures->settled > 0);
}
