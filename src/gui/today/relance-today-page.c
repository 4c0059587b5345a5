/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "today/relance-today-page.h"

#include "printing/relance-printing.h"
#include "relance-comparison.h"
#include "relance-dashboard.h"
#include "relance-wording.h"
#include "today/relance-ageing-card.h"
#include "today/relance-as-of-button.h"
#include "today/relance-further-group.h"
#include "today/relance-months-card.h"
#include "today/relance-outlook-group.h"
#include "today/relance-today-figures.h"
#include "today/relance-today-paper.h"
#include "today/relance-today-work.h"
#include "today/relance-todo-facts.h"
#include "today/relance-todo-group.h"

#include <glib/gi18n.h>

struct _RelanceTodayPage
{
  AdwNavigationPage parent_instance;

  /* Template */
  AdwWindowTitle *heading;
  AdwBin *day_in_header;
  AdwBin *day_in_page;
  RelanceAsOfButton *as_of; /* in one of them */
  AdwBanner *other_day;
  GtkDropDown *currency;
  GtkStack *stack;
  AdwStatusPage *trouble;
  AdwStatusPage *nothing;
  RelanceTodayFigures *figures;
  RelanceTodoGroup *todo;
  GtkWidget *cards;
  RelanceMonthsCard *months;
  RelanceAgeingCard *ageing;
  RelanceFurtherGroup *more;
  RelanceOutlookGroup *outlook;

  /* Owned */
  RelanceDesk *desk;
  RelanceDashboard *dashboard;
  RelanceTodayFurther *further; /* of the day of the dashboard; NULL until it is read */
  GCancellable *loading;

  gboolean has_todo; /* what to do was read */
  gboolean prints;   /* it is to be printed once all of it is there */
  gboolean filling;  /* the currencies are set by the program, not chosen by the user */
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

static gboolean
is_today (RelanceTodayPage *self)
{
  return self->dashboard->as_of == self->dashboard->today;
}

static RelanceComparison
compare (RelanceTodayPage *self, const RelanceCurrencyFigures *figures)
{
  RelanceComparison comparison = {
    .now = figures,
    .day = self->dashboard->as_of,
    .is_today = is_today (self),
    .has_others = self->dashboard->currencies->len > 1,
  };

  if (self->further != NULL)
    {
      comparison.before = relance_dashboard_find (self->further->before, figures->currency);
      comparison.before_day = self->further->before->as_of;
    }
  return comparison;
}

static void
show_cards (RelanceTodayPage *self, const RelanceComparison *comparison)
{
  relance_months_card_set_opens_lists (self->months, comparison->is_today);
  relance_months_card_set_figures (self->months, comparison->now, comparison->day);
  relance_ageing_card_set_opens_lists (self->ageing, comparison->is_today);
  relance_ageing_card_set_has_others (self->ageing, comparison->has_others);
  relance_ageing_card_set_figures (self->ageing, comparison->now, comparison->day);
}

/* Hidden until they are read, and in a currency that has none. */
static void
show_further (RelanceTodayPage *self, const char *currency)
{
  const RelanceCurrencyFigures *figures =
    self->further != NULL ? relance_dashboard_find (self->further->whole, currency) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more), figures != NULL);
  if (figures != NULL)
    relance_further_group_set_figures (self->more, figures, self->dashboard->as_of);
}

/* What says more once the further figures are read. */
static void
show_comparison (RelanceTodayPage *self, const RelanceComparison *comparison)
{
  g_autoptr (RelanceExplanation) months = relance_explain_months (comparison);

  relance_today_figures_set (self->figures, comparison, self->further == NULL);
  relance_months_card_set_explanation (self->months, months);
  show_further (self, comparison->now->currency);
}

static void
show_figures (RelanceTodayPage *self)
{
  const RelanceCurrencyFigures *figures = get_figures (self);
  RelanceComparison comparison;

  if (figures == NULL)
    return;
  comparison = compare (self, figures);
  show_comparison (self, &comparison);
  show_cards (self, &comparison);
  relance_outlook_group_set_currency (self->outlook, figures->currency);
}

static gboolean
lists_currencies (RelanceTodayPage *self, GListModel *codes)
{
  GPtrArray *currencies = self->dashboard->currencies;

  if (codes == NULL || g_list_model_get_n_items (codes) != currencies->len)
    return FALSE;
  for (guint i = 0; i < currencies->len; i++)
    {
      const RelanceCurrencyFigures *figures = currencies->pdata[i];

      if (!g_str_equal (figures->currency, gtk_string_list_get_string (GTK_STRING_LIST (codes), i)))
        return FALSE;
    }
  return TRUE;
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

  /* An open list of them stays open. */
  if (lists_currencies (self, gtk_drop_down_get_model (self->currency)))
    return;
  for (guint i = 0; i < currencies->len; i++)
    {
      const RelanceCurrencyFigures *figures = currencies->pdata[i];

      gtk_string_list_append (codes, figures->currency);
      if (g_strcmp0 (figures->currency, code) == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->currency, G_LIST_MODEL (codes));
  gtk_drop_down_set_selected (self->currency, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->currency), currencies->len > 1);
  self->filling = FALSE;
}

/* Says so plainly when the figures are not those of today. */
static void
show_day (RelanceTodayPage *self)
{
  RelanceDate day = self->dashboard->as_of;
  g_autofree char *date = relance_date_format (day, NULL);
  g_autofree char *text = NULL;

  adw_window_title_set_subtitle (self->heading, date);
  if (day < self->dashboard->today)
    /* Translators: %s is a date. */
    text = g_strdup_printf (_ ("The book as it was on %s"), date);
  else
    /* Translators: %s is a date. */
    text = g_strdup_printf (_ ("The book as it will be on %s if nothing happens"), date);
  adw_banner_set_title (self->other_day, text);
  adw_banner_set_revealed (self->other_day, !is_today (self));
}

static void load_rest (RelanceTodayPage *self);

static void
load_rest_cb (gpointer data)
{
  g_autoptr (RelanceTodayPage) self = data;

  if (self->desk != NULL)
    load_rest (self);
}

/* Not in the frame of the figures: to lay everything out for the first time is too much for one. What
 * is read next waits until they are painted, and takes no processor from that. */
static gboolean
show_cards_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RelanceTodayPage *self = RELANCE_TODAY_PAGE (widget);
  gboolean has_figures = get_figures (self) != NULL;

  if (has_figures && gtk_widget_get_mapped (widget) &&
      gtk_widget_get_height (GTK_WIDGET (self->figures)) == 0)
    return G_SOURCE_CONTINUE;
  if (!gtk_widget_get_visible (self->cards))
    g_idle_add_once (load_rest_cb, g_object_ref (self));
  gtk_widget_set_visible (self->cards, has_figures);
  return G_SOURCE_REMOVE;
}

static void
show_dashboard (RelanceTodayPage *self)
{
  gboolean has_figures = self->dashboard->currencies->len > 0;

  relance_as_of_button_set_today (self->as_of, self->dashboard->today);
  show_day (self);
  show_currencies (self);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), has_figures);
  if (has_figures && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      !gtk_widget_get_visible (self->cards))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_cards_cb, NULL, NULL);
  else
    {
      gtk_widget_set_visible (self->cards, has_figures);
      load_rest (self);
    }
  if (!has_figures)
    gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->outlook), has_figures);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !has_figures && !is_today (self));
  /* What there is to do now is nothing that was to do on another day. */
  gtk_widget_set_visible (GTK_WIDGET (self->todo), is_today (self));
  show_figures (self);
  gtk_stack_set_visible_child_name (self->stack, "figures");
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
further_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RelanceTodayPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RelanceTodayFurther)
    further = relance_desk_run_finish (RELANCE_DESK (source), result, &error);
  const RelanceCurrencyFigures *figures;
  RelanceComparison comparison;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  if (further == NULL)
    {
      show_trouble (self, error);
      return;
    }
  g_clear_pointer (&self->further, relance_today_further_free);
  self->further = g_steal_pointer (&further);
  figures = get_figures (self);
  if (figures == NULL)
    return;
  comparison = compare (self, figures);
  show_comparison (self, &comparison);
}

/* Where nothing was ever owed, there is none. */
static gboolean
has_outlook (RelanceTodayPage *self)
{
  return get_figures (self) == NULL || relance_outlook_group_is_loaded (self->outlook);
}

/* Not before all that it says is there; what to do now and what to expect are read after the
 * figures. */
static void
print_when_ready (RelanceTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->prints || !self->has_todo || !has_outlook (self))
    return;
  self->prints = FALSE;
  relance_printing_print (relance_today_page_dup_paper (self), _ ("Today"),
                          root != NULL ? GTK_WINDOW (root) : NULL);
}

static void
print_when_ready_cb (RelanceTodayPage *self)
{
  print_when_ready (self);
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
  if (facts == NULL)
    {
      show_trouble (self, error);
      return;
    }
  relance_todo_group_set_facts (self->todo, facts);
  self->has_todo = TRUE;
  print_when_ready (self);
}

/* Once the figures are on the page: it takes longer to find out who should hear from us. */
static void
load_rest (RelanceTodayPage *self)
{
  int months = relance_months_card_get_period (self->months);
  RelanceDate day = relance_as_of_button_get_day (self->as_of);

  relance_desk_run_async (self->desk, RELANCE_LANE_REPORTS, load_todo, NULL, NULL,
                          (GDestroyNotify) relance_todo_facts_free, self->loading, todo_loaded_cb,
                          g_object_ref (self));
  relance_desk_run_async (self->desk, RELANCE_LANE_REPORTS, relance_today_load_further,
                          relance_today_request_new (day, months), g_free,
                          (GDestroyNotify) relance_today_further_free, self->loading,
                          further_loaded_cb, g_object_ref (self));
  relance_outlook_group_load (self->outlook, self->desk, day);
}

/* What was read of another day, or of other months, says nothing of these. */
static void
forget_further (RelanceTodayPage *self, const RelanceDashboard *dashboard)
{
  if (self->dashboard == NULL || self->further == NULL ||
      self->dashboard->as_of != dashboard->as_of)
    g_clear_pointer (&self->further, relance_today_further_free);
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
  forget_further (self, dashboard);
  g_clear_pointer (&self->dashboard, relance_dashboard_free);
  self->dashboard = g_steal_pointer (&dashboard);
  show_dashboard (self);
}

static void
ask_for_figures (RelanceTodayPage *self, RelanceDate day, int months)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  /* The lane of the book makes it where there is none; later it may have others to answer first. */
  relance_desk_run_async (self->desk,
                          self->dashboard == NULL ? RELANCE_LANE_BOOK : RELANCE_LANE_REPORTS,
                          relance_today_load_figures, relance_today_request_new (day, months),
                          g_free, (GDestroyNotify) relance_dashboard_free, self->loading,
                          dashboard_loaded_cb, g_object_ref (self));
}

static void
refresh (RelanceTodayPage *self)
{
  if (self->desk != NULL)
    ask_for_figures (self, relance_as_of_button_get_day (self->as_of),
                     relance_months_card_get_period (self->months));
}

static void
refresh_cb (RelanceTodayPage *self)
{
  refresh (self);
}

static void
period_changed_cb (RelanceTodayPage *self)
{
  g_clear_pointer (&self->further, relance_today_further_free);
  refresh (self);
}

static void
currency_changed_cb (RelanceTodayPage *self)
{
  if (!self->filling)
    show_figures (self);
}

static void
back_to_today_cb (RelanceTodayPage *self)
{
  relance_as_of_button_go_back (self->as_of);
}

static void
move_day (RelanceTodayPage *self, AdwBin *from, AdwBin *to)
{
  g_autoptr (GtkWidget) as_of = g_object_ref (GTK_WIDGET (self->as_of));

  adw_bin_set_child (from, NULL);
  adw_bin_set_child (to, as_of);
}

static void
narrowed_cb (RelanceTodayPage *self)
{
  move_day (self, self->day_in_header, self->day_in_page);
}

static void
widened_cb (RelanceTodayPage *self)
{
  move_day (self, self->day_in_page, self->day_in_header);
}

static void
choose_day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_as_of_button_open (RELANCE_TODAY_PAGE (widget)->as_of);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  back_to_today_cb (RELANCE_TODAY_PAGE (widget));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceTodayPage *self = RELANCE_TODAY_PAGE (widget);

  self->prints = TRUE;
  print_when_ready (self);
}

static void
relance_today_page_dispose (GObject *object)
{
  RelanceTodayPage *self = RELANCE_TODAY_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->dashboard, relance_dashboard_free);
  g_clear_pointer (&self->further, relance_today_further_free);
  G_OBJECT_CLASS (relance_today_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, heading);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, day_in_header);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, day_in_page);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, other_day);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, currency);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, figures);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, todo);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, cards);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, months);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, ageing);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, more);
  gtk_widget_class_bind_template_child (widget_class, RelanceTodayPage, outlook);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_when_ready_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_to_today_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, widened_cb);
}

static void
relance_today_page_class_init (RelanceTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = relance_today_page_dispose;

  g_type_ensure (RELANCE_TYPE_AS_OF_BUTTON);
  g_type_ensure (RELANCE_TYPE_TODAY_FIGURES);
  g_type_ensure (RELANCE_TYPE_TODO_GROUP);
  g_type_ensure (RELANCE_TYPE_MONTHS_CARD);
  g_type_ensure (RELANCE_TYPE_AGEING_CARD);
  g_type_ensure (RELANCE_TYPE_FURTHER_GROUP);
  g_type_ensure (RELANCE_TYPE_OUTLOOK_GROUP);
  gtk_widget_class_install_action (widget_class, "today.choose-day", NULL, choose_day_action);
  gtk_widget_class_install_action (widget_class, "today.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "today.back", NULL, back_action);
  bind_template (widget_class);
}

static void
relance_today_page_init (RelanceTodayPage *self)
{
  /* What is in it is made once its figures were asked for: see relance_today_page_new(). */
}

GtkWidget *
relance_today_page_new (RelanceDesk *desk)
{
  RelanceTodayPage *self;

  g_return_val_if_fail (RELANCE_IS_DESK (desk), NULL);

  self = g_object_new (RELANCE_TYPE_TODAY_PAGE, NULL);
  self->desk = g_object_ref (desk);
  /* The figures are read while the widgets are made. */
  ask_for_figures (self, RELANCE_DATE_NONE, RELANCE_MONTHS_CARD_FIRST_PERIOD);
  gtk_widget_init_template (GTK_WIDGET (self));
  relance_as_of_button_set_today (self->as_of,
                                  relance_clock_get_today (relance_desk_get_clock (desk)));
  relance_ageing_card_set_desk (self->ageing, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "outbox-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * relance_today_page_dup_paper:
 *
 * Returns: (transfer full): what it shows, to be printed
 */
RelancePaper *
relance_today_page_dup_paper (RelanceTodayPage *self)
{
  const RelanceCurrencyFigures *figures = get_figures (self);
  const char *date = adw_window_title_get_subtitle (self->heading);
  g_autofree char *subtitle = NULL;

  if (figures != NULL && self->dashboard->currencies->len > 1)
    /* Translators: beneath the title of what is printed: a date, and a currency such as EUR. */
    subtitle = g_strdup_printf (_ ("%1$s, in %2$s"), date, figures->currency);
  return relance_today_paper_new (GTK_WIDGET (self->stack), subtitle != NULL ? subtitle : date);
}
