/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-today-page.h"

#include "relance-dashboard.h"
#include "relance-invoices.h"
#include "relance-money.h"
#include "relance-wording.h"
#include "today/relance-ageing-card.h"
#include "today/relance-figure.h"
#include "today/relance-months-card.h"
#include "today/relance-todo-facts.h"
#include "today/relance-todo-group.h"
#include "window/relance-window.h"

#include <glib/gi18n.h>
#include <math.h>

struct _RelanceTodayPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  AdwWindowTitle *heading;
  GtkDropDown *currency;
  GtkStack *stack;
  AdwStatusPage *trouble;
  GtkWidget *figures;
  RelanceFigure *owed;
  RelanceFigure *overdue;
  RelanceFigure *rate;
  RelanceTodoGroup *todo;
  GtkWidget *cards;
  RelanceMonthsCard *months;
  RelanceAgeingCard *ageing;

  /* Owned */
  RelanceDesk *desk;
  RelanceDashboard *dashboard;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (RelanceTodayPage, relance_today_page, ADW_TYPE_NAVIGATION_PAGE)

/* Of the currency that is shown, or NULL when nothing was ever owed in any. */
static const RelanceCurrencyFigures *
get_figures (RelanceTodayPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->currency);

  if (self->dashboard == NULL || selected >= self->dashboard->currencies->len)
    return NULL;
  return self->dashboard->currencies->pdata[selected];
}

static void
show_owed (RelanceTodayPage *self, const RelanceCurrencyFigures *figures)
{
  g_autofree char *amount =
    relance_money_format_short (figures->owed.amount, figures->currency, NULL);
  /* Translators: beneath what is owed; %d is a number of invoices. */
  g_autofree char *caption = g_strdup_printf (
    ngettext ("in %d invoice", "in %d invoices", figures->owed.count), figures->owed.count);

  relance_figure_set (self->owed, amount, C_ ("amount", "owed to you"), caption);
}

static void
show_overdue (RelanceTodayPage *self, const RelanceCurrencyFigures *figures)
{
  g_autofree char *amount =
    relance_money_format_short (figures->overdue.amount, figures->currency, NULL);
  /* Translators: beneath what is late; %d is a number of clients. */
  g_autofree char *caption =
    g_strdup_printf (ngettext ("with %d client", "with %d clients", figures->clients_overdue),
                     figures->clients_overdue);

  relance_figure_set (self->overdue, amount, C_ ("amount", "of it late"),
                      figures->overdue.count > 0 ? caption : _ ("nobody is late"));
}

static void
show_rate (RelanceTodayPage *self, const RelanceCurrencyFigures *figures)
{
  int counted = figures->settled + figures->late + figures->open_overdue;
  int months = relance_months_card_get_period (self->months);
  g_autofree char *percent = NULL;
  g_autofree char *caption = NULL;

  if (counted < RELANCE_FEWEST_FOR_A_RATE)
    {
      /* Translators: in place of a rate; %d is a number of invoices. */
      caption = g_strdup_printf (ngettext ("%d invoice fell due: too few to tell",
                                           "%d invoices fell due: too few to tell", counted),
                                 counted);
      relance_figure_set (self->rate, "–", C_ ("rate", "paid on time"), caption);
      return;
    }

  /* Translators: a percentage. */
  percent = g_strdup_printf (_ ("%d%%"), (int) floor (figures->rate * 100));
  /* Translators: beneath the on-time rate: invoices paid on time, invoices that fell due, months. */
  caption = g_strdup_printf (ngettext ("%1$d of %2$d invoice, over %3$d months",
                                       "%1$d of %2$d invoices, over %3$d months", counted),
                             figures->settled, counted, months);
  relance_figure_set (self->rate, percent, C_ ("rate", "paid on time"), caption);
}

static void
show_figures (RelanceTodayPage *self)
{
  const RelanceCurrencyFigures *figures = get_figures (self);

  if (figures == NULL)
    return;
  show_owed (self, figures);
  show_overdue (self, figures);
  show_rate (self, figures);
  relance_months_card_set_figures (self->months, figures, self->dashboard->today);
  relance_ageing_card_set_figures (self->ageing, figures, self->dashboard->today);
}

/* Keeps the currency that was chosen, if it is still there. */
static void
show_currencies (RelanceTodayPage *self)
{
  GPtrArray *currencies = self->dashboard->currencies;
  g_autoptr (GtkStringList) codes = gtk_string_list_new (NULL);
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->currency);
  g_autofree char *code = g_strdup (chosen ? gtk_string_object_get_string (chosen) : NULL);
  guint selected = 0;

  for (guint i = 0; i < currencies->len; i++)
    {
      const RelanceCurrencyFigures *figures = currencies->pdata[i];

      gtk_string_list_append (codes, figures->currency);
      if (g_strcmp0 (figures->currency, code) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (codes));
  gtk_drop_down_set_selected (self->currency, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->currency), currencies->len > 1);
}

static void
show_dashboard (RelanceTodayPage *self)
{
  g_autofree char *date = relance_date_format (self->dashboard->today, NULL);
  gboolean has_figures = self->dashboard->currencies->len > 0;

  adw_window_title_set_subtitle (self->heading, date);
  show_currencies (self);
  gtk_widget_set_visible (self->figures, has_figures);
  gtk_widget_set_visible (self->cards, has_figures);
  show_figures (self);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

/* A RelanceUseCase. @request: the number of months. */
static gpointer
load_dashboard (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  return relance_dashboard_load (book, GPOINTER_TO_INT (request), error);
}

/* A RelanceUseCase. */
static gpointer
load_todo (RelanceBook *book, gpointer request, GCancellable *cancellable, GError **error)
{
  return relance_todo_facts_load (book, error);
}

static void
show_trouble (RelanceTodayPage *self, const GError *error)
{
  g_autofree char *sentence = relance_wording_error (error);
  g_autofree char *text = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->trouble, text);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
dashboard_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceDashboard)
    dashboard = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (dashboard == NULL)
    {
      show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->dashboard, relance_dashboard_free);
  self->dashboard = g_steal_pointer (&dashboard);
  show_dashboard (self);
}

static void
todo_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceTodoFacts)
    facts = relance_desk_run_finish (RELANCE_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (facts != NULL)
    relance_todo_group_set_facts (self->todo, facts);
  else
    show_trouble (self, error);
}

/* The figures first: who should hear from us takes longer to find out. */
static void
refresh (RelanceTodayPage *self)
{
  int months = relance_months_card_get_period (self->months);

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, load_dashboard, GINT_TO_POINTER (months),
                          NULL, (GDestroyNotify) relance_dashboard_free, self->loading,
                          dashboard_loaded_cb, g_object_ref (self));
  relance_desk_run_async (self->desk, RELANCE_LANE_BOOK, load_todo, NULL, NULL,
                          (GDestroyNotify) relance_todo_facts_free, self->loading, todo_loaded_cb,
                          g_object_ref (self));
}

static void
refresh_cb (RelanceTodayPage *self)
{
  refresh (self);
}

static void
currency_changed_cb (RelanceTodayPage *self)
{
  show_figures (self);
}

static void
show_list (RelanceTodayPage *self, RelanceInvoiceQuery *query, const char *title)
{
  g_strlcpy (query->currency, get_figures (self)->currency, sizeof query->currency);
  relance_window_show_invoices (relance_window_of (GTK_WIDGET (self)), query, title);
}

static void
owed_clicked_cb (RelanceTodayPage *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OPEN;
  show_list (self, query, _ ("Owed to you"));
}

static void
overdue_clicked_cb (RelanceTodayPage *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();

  query->filter = RELANCE_INVOICES_OVERDUE;
  show_list (self, query, _ ("Late"));
}

static void
rate_clicked_cb (RelanceTodayPage *self)
{
  g_autoptr (RelanceInvoiceQuery) query = relance_invoice_query_new ();
  const RelanceCurrencyFigures *figures = get_figures (self);
  RelanceDate first = g_array_index (figures->months, RelanceMonth, 0).month;
  g_autofree char *month = relance_date_format_month (first, NULL);
  /* Translators: %s is a month and its year. */
  g_autofree char *title = g_strdup_printf (_ ("Paid on time since %s"), month);

  query->filter = RELANCE_INVOICES_SETTLED_ON_TIME;
  query->due_from = first;
  query->due_to = self->dashboard->today - 1;
  show_list (self, query, title);
}

static void
relance_today_page_dispose (GObject *object)
{
  RelanceTodayPage *self = RELANCE_TODAY_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->dashboard, relance_dashboard_free);
  G_OBJECT_CLASS (relance_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, heading);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, currency);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, figures);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, owed);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, rate);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, todo);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, cards);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, months);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, ageing);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, owed_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, overdue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_clicked_cb);
}

static void
relance_today_page_class_init (RelanceTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = relance_today_page_dispose;

  g_type_ensure (RELANCE_TYPE_FIGURE);
  g_type_ensure (RELANCE_TYPE_TODO_GROUP);
  g_type_ensure (RELANCE_TYPE_MONTHS_CARD);
  g_type_ensure (RELANCE_TYPE_AGEING_CARD);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
relance_today_page_init (RelanceTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
relance_today_page_new (RelanceDesk *desk)
{
  RelanceTodayPage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_TODAY_PAGE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "outbox-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
