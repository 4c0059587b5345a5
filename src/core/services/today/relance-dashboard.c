/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-dashboard.h"

#include "relance-claims.h"

#include <string.h>

/* What is added up while the figures are read. */
typedef struct
{
  RelanceCurrencyFigures *figures;
  GHashTable *clients_overdue; /* ids */
  GArray *claims;              /* RelanceClaim, for the statistics */
} Account;

typedef struct
{
  RelanceDashboard *dashboard;
  RelanceDate first_month;
  int n_months;
  gboolean with_statistics;
  GHashTable *accounts; /* currency → Account */
} Counter;

static RelanceDate
get_first_of_month (RelanceDate date)
{
  int year, month, day;

  relance_date_get_ymd (date, &year, &month, &day);
  return relance_date_new (year, month, 1);
}

static RelanceDate
get_first_month (RelanceDate as_of, int months)
{
  RelanceDate first = relance_date_add_months (get_first_of_month (as_of), 1 - months);

  return first != RELANCE_DATE_NONE ? first : relance_date_new (1, 1, 1);
}

static int
count_months (RelanceDate from, RelanceDate to)
{
  int from_year, from_month, to_year, to_month, day;

  relance_date_get_ymd (from, &from_year, &from_month, &day);
  relance_date_get_ymd (to, &to_year, &to_month, &day);
  return (to_year - from_year) * 12 + to_month - from_month;
}

static void
free_figures (gpointer data)
{
  RelanceCurrencyFigures *figures = data;

  g_array_unref (figures->months);
  g_array_unref (figures->open);
  relance_statistics_clear (&figures->statistics);
  g_free (figures);
}

static void
free_account (gpointer data)
{
  Account *account = data;

  g_hash_table_unref (account->clients_overdue);
  g_array_unref (account->claims);
  g_clear_pointer (&account->figures, free_figures);
  g_free (account);
}

static RelanceCurrencyFigures *
make_figures (const Counter *counter, const char *currency)
{
  RelanceCurrencyFigures *figures = g_new0 (RelanceCurrencyFigures, 1);

  g_strlcpy (figures->currency, currency, sizeof figures->currency);
  figures->open = g_array_new (FALSE, FALSE, sizeof (RelanceOpenPart));
  figures->months = g_array_new (FALSE, TRUE, sizeof (RelanceMonth));
  for (int i = 0; i < counter->n_months; i++)
    {
      RelanceMonth month = { .month = relance_date_add_months (counter->first_month, i) };

      g_array_append_val (figures->months, month);
    }
  return figures;
}

static Account *
get_account (Counter *counter, const char *currency)
{
  Account *account = g_hash_table_lookup (counter->accounts, currency);

  if (account != NULL)
    return account;

  account = g_new0 (Account, 1);
  account->figures = make_figures (counter, currency);
  account->clients_overdue = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  account->claims = g_array_new (FALSE, FALSE, sizeof (RelanceClaim));
  g_hash_table_insert (counter->accounts, g_strdup (currency), account);
  return account;
}

static void
add_to_tally (RelanceTally *tally, gint64 amount)
{
  tally->count++;
  tally->amount += amount;
}

static void
count_balance (Account *account, const RelanceInstalmentFact *figure, RelanceDate today)
{
  RelanceCurrencyFigures *figures = account->figures;
  const RelanceOpenPart part = { .due = figure->due, .balance = figure->balance };

  add_to_tally (&figures->owed, figure->balance);
  g_array_append_val (figures->open, part);
  if (figure->due >= today)
    return;
  add_to_tally (&figures->overdue, figure->balance);
  if (!g_hash_table_contains (account->clients_overdue, &figure->client_id))
    g_hash_table_add (account->clients_overdue, g_memdup2 (&figure->client_id, sizeof (gint64)));
}

/* What was given up is never on time, however early that was. */
static gboolean
is_on_time (const RelanceInstalmentFact *figure)
{
  return figure->given_up == 0 && figure->settled <= figure->due;
}

/* On time, late, or open late, in the month it fell due: command-line.md, "On time". */
static void
count_month (RelanceCurrencyFigures *figures, const RelanceInstalmentFact *figure, int index)
{
  RelanceMonth *month = &g_array_index (figures->months, RelanceMonth, index);

  month->due_amount += figure->amount;
  figures->due_amount += figure->amount;
  if (figure->balance > 0)
    {
      add_to_tally (&month->open_late, figure->balance);
      figures->open_overdue++;
    }
  else if (is_on_time (figure))
    {
      add_to_tally (&month->on_time, figure->amount);
      figures->settled++;
      figures->settled_amount += figure->amount;
    }
  else
    {
      add_to_tally (&month->late, figure->amount);
      figures->late++;
    }
}

static void
count_figure (Counter *counter, const RelanceInstalmentFact *figure)
{
  RelanceDate today = counter->dashboard->as_of;
  Account *account = get_account (counter, figure->currency);

  if (counter->with_statistics)
    {
      RelanceClaim claim = relance_claims_make (figure);

      g_array_append_val (account->claims, claim);
    }
  if (figure->balance > 0)
    count_balance (account, figure, today);
  if (figure->due < today && figure->due >= counter->first_month)
    count_month (account->figures, figure, count_months (counter->first_month, figure->due));
}

static void
close_accounts (Counter *counter)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, counter->accounts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Account *account = value;
      RelanceCurrencyFigures *figures = account->figures;
      int counted = figures->settled + figures->late + figures->open_overdue;

      figures->clients_overdue = (int) g_hash_table_size (account->clients_overdue);
      relance_dashboard_count_bands (figures->open, counter->dashboard->as_of,
                                     &relance_bands_default, figures->bands);
      figures->rate = counted > 0 ? (double) figures->settled / counted : -1;
      if (counter->with_statistics)
        relance_statistics_compute (&figures->statistics, account->claims,
                                    counter->dashboard->as_of);
      g_ptr_array_add (counter->dashboard->currencies, g_steal_pointer (&account->figures));
    }
}

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  const RelanceCurrencyFigures *first = *(const RelanceCurrencyFigures *const *) a;
  const RelanceCurrencyFigures *second = *(const RelanceCurrencyFigures *const *) b;

  if (first->owed.amount != second->owed.amount)
    return first->owed.amount > second->owed.amount ? -1 : 1;
  return strcmp (first->currency, second->currency);
}

/* Adds up @figures, each currency by itself. @currencies: (nullable): they have a part in any case. */
static RelanceDashboard *
add_up (RelanceBook *book,
        RelanceDate as_of,
        int months,
        gboolean with_statistics,
        GArray *figures,
        GStrv currencies)
{
  RelanceDashboard *dashboard = g_new0 (RelanceDashboard, 1);
  RelanceDate first_month = get_first_month (as_of, months);
  int n_months = count_months (first_month, as_of) + 1;
  g_autoptr (GHashTable) accounts = NULL;
  Counter counter;

  dashboard->today = relance_book_get_today (book);
  dashboard->as_of = as_of;
  dashboard->currencies = g_ptr_array_new_with_free_func (free_figures);
  accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_account);
  counter = (Counter) { dashboard, first_month, n_months, with_statistics, accounts };
  for (int i = 0; currencies != NULL && currencies[i] != NULL; i++)
    get_account (&counter, currencies[i]);
  for (guint i = 0; i < figures->len; i++)
    count_figure (&counter, &g_array_index (figures, RelanceInstalmentFact, i));
  close_accounts (&counter);
  g_ptr_array_sort (dashboard->currencies, compare_currencies);
  return dashboard;
}

/**
 * relance_dashboard_load:
 * @months: how many months back, the current one included; at least 1
 *
 * Adds up the book for its today, currency by currency, without the statistics. What is due
 * today is not overdue, and neither on time nor late yet; months are those of due dates.
 * A currency whose invoices are all settled and older than @months has a part only when there is no
 * other: to look for it would take longer than all the rest.
 *
 * Returns: (transfer full): the figures, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceDashboard *
relance_dashboard_load (RelanceBook *book, int months, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceDate today = relance_book_get_today (book);
  g_autoptr (GArray) figures = NULL;
  g_auto (GStrv) currencies = NULL;

  g_return_val_if_fail (months >= 1, NULL);

  figures = relance_store_list_figures (store, get_first_month (today, months), error);
  if (figures == NULL)
    return NULL;
  if (figures->len == 0 && (currencies = relance_store_list_currencies (store, error)) == NULL)
    return NULL;
  return add_up (book, today, months, FALSE, figures, currencies);
}

/**
 * relance_dashboard_load_whole:
 * @as_of: any day, past or future, or %RELANCE_DATE_NONE for today with all that the book holds
 * @months: as for relance_dashboard_load()
 *
 * Adds up the book as it was on a day, with the statistics and the names of clients: what was
 * issued, received, credited or given up later does not count. Corrections count as if they had
 * always been there, for what they correct was never true. On a day to come nothing more has
 * happened. It takes longer than relance_dashboard_load(), for it looks at all there ever was.
 *
 * Returns: (transfer full): the figures, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceDashboard *
relance_dashboard_load_whole (RelanceBook *book, RelanceDate as_of, int months, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  RelanceDate day = as_of != RELANCE_DATE_NONE ? as_of : relance_book_get_today (book);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GArray) figures = NULL;
  RelanceDashboard *dashboard;

  g_return_val_if_fail (months >= 1, NULL);

  figures = relance_store_list_figures_as_of (store, as_of, error);
  names = figures != NULL ? relance_store_list_client_names (store, error) : NULL;
  if (names == NULL)
    return NULL;
  dashboard = add_up (book, day, months, TRUE, figures, NULL);
  dashboard->client_names = g_steal_pointer (&names);
  return dashboard;
}

/**
 * relance_dashboard_load_day:
 * @day: any day, past or future
 * @months: as for relance_dashboard_load()
 *
 * As relance_dashboard_load_whole(), without the statistics.
 *
 * Returns: (transfer full): the figures, or %NULL with an error of %RELANCE_STORE_ERROR
 */
RelanceDashboard *
relance_dashboard_load_day (RelanceBook *book, RelanceDate day, int months, GError **error)
{
  g_autoptr (GArray) figures = NULL;

  g_return_val_if_fail (day != RELANCE_DATE_NONE, NULL);
  g_return_val_if_fail (months >= 1, NULL);

  figures = relance_store_list_figures_as_of (relance_book_get_store (book), day, error);
  return figures != NULL ? add_up (book, day, months, FALSE, figures, NULL) : NULL;
}

/**
 * relance_dashboard_find:
 *
 * Returns: (transfer none) (nullable): the figures of a currency, %NULL when it has no part
 */
const RelanceCurrencyFigures *
relance_dashboard_find (RelanceDashboard *self, const char *currency)
{
  for (guint i = 0; i < self->currencies->len; i++)
    {
      const RelanceCurrencyFigures *figures = self->currencies->pdata[i];

      if (g_str_equal (figures->currency, currency))
        return figures;
    }
  return NULL;
}

/**
 * relance_dashboard_count_bands:
 * @open: (element-type RelanceOpenPart): of the figures of a currency
 * @as_of: the day of these figures
 * @tallies: (out): what is open, by how late it is on that day
 */
void
relance_dashboard_count_bands (GArray *open,
                               RelanceDate as_of,
                               const RelanceBands *bands,
                               RelanceTally tallies[RELANCE_N_BANDS])
{
  memset (tallies, 0, RELANCE_N_BANDS * sizeof (RelanceTally));
  for (guint i = 0; i < open->len; i++)
    {
      const RelanceOpenPart *part = &g_array_index (open, RelanceOpenPart, i);

      add_to_tally (&tallies[relance_bands_find (bands, as_of - part->due)], part->balance);
    }
}

/**
 * relance_dashboard_get_client_name:
 *
 * Returns: what the client of a habit is called
 */
const char *
relance_dashboard_get_client_name (RelanceDashboard *self, gint64 client_id)
{
  return g_hash_table_lookup (self->client_names, &client_id);
}

void
relance_dashboard_free (RelanceDashboard *self)
{
  g_ptr_array_unref (self->currencies);
  g_clear_pointer (&self->client_names, g_hash_table_unref);
  g_free (self);
}
