/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-listing.h"

#include "relance-statement.h"
#include "relance-store-invoices.h"
#include "relance-store-private.h"

#include <string.h>

/* A page is looked for among so many rows in order before all are looked at. */
#define ROWS_TO_WALK 2000

/* More letters of what is looked for find no fewer rows. */
#define MAX_TRIGRAMS 24

static const char *
get_sort_column (RelanceInvoiceSort sort)
{
  switch (sort)
    {
    case RELANCE_INVOICE_SORT_NUMBER:
      return "number";
    case RELANCE_INVOICE_SORT_CLIENT:
      return "client_key";
    case RELANCE_INVOICE_SORT_ISSUED:
      return "issued";
    case RELANCE_INVOICE_SORT_TOTAL:
      return "total";
    case RELANCE_INVOICE_SORT_BALANCE:
      return "balance";
    case RELANCE_INVOICE_SORT_STATE:
      return "standing";
    case RELANCE_INVOICE_SORT_DUE:
    default:
      return "due";
    }
}

/* @looking: at all rows, rather than in the order of an index, which pays only where most rows fit. */
static RelanceStatement *
prepare (RelanceStore *self,
         const char *name,
         const RelanceInvoiceQuery *query,
         gboolean looking,
         RelanceDate today,
         GError **error)
{
  RelanceStatement *statement = relance_store_prepare_sorted (
    self, name, get_sort_column (query->sort), query->descending, looking, error);

  if (statement != NULL)
    relance_store_bind_invoice_query (statement, query, today);
  return statement;
}

static GArray *
walk (RelanceStore *self, const RelanceInvoiceQuery *query, RelanceDate today, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = prepare (self, "listing-walk", query, FALSE, today, error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 13, query->limit);
  relance_statement_bind_int (statement, 14, ROWS_TO_WALK);
  return relance_statement_list_ids (statement, error);
}

static GArray *
scan (RelanceStore *self, const RelanceInvoiceQuery *query, RelanceDate today, GError **error)
{
  g_autoptr (RelanceStatement) statement = prepare (self, "listing-fit", query, TRUE, today, error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 13, query->limit);
  return relance_statement_list_ids (statement, error);
}

static GArray *
match (RelanceStore *self,
       const RelanceInvoiceQuery *query,
       const char *letters,
       RelanceDate today,
       GError **error)
{
  g_autoptr (RelanceStatement)
    statement = prepare (self, "listing-match", query, TRUE, today, error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 13, query->limit);
  relance_statement_bind_static (statement, 14, letters);
  return relance_statement_list_ids (statement, error);
}

/* Three letters, as the words of FTS5 are quoted. */
static void
add_trigram (GString *letters, const char *start)
{
  if (letters->len > 0)
    g_string_append_c (letters, ' ');
  g_string_append_c (letters, '"');
  for (int i = 0; i < 3; i++, start = g_utf8_next_char (start))
    {
      if (*start == '"')
        g_string_append_c (letters, '"');
      g_string_append_len (letters, start, g_utf8_next_char (start) - start);
    }
  g_string_append_c (letters, '"');
}

/* Every three letters in a row of the words; NULL when no word has three. */
static char *
list_trigrams (const char *search)
{
  g_auto (GStrv) words = g_strsplit (search, " ", -1);
  GString *letters = g_string_new (NULL);
  int left = MAX_TRIGRAMS;

  for (char **word = words; *word != NULL; word++)
    {
      const char *start = *word;

      for (glong n = g_utf8_strlen (start, -1); n >= 3 && left > 0; n--, left--)
        {
          add_trigram (letters, start);
          start = g_utf8_next_char (start);
        }
    }
  if (letters->len > 0)
    return g_string_free_and_steal (letters);
  g_string_free (letters, TRUE);
  return NULL;
}

static void
add_to_total (GArray *totals, const char *currency, gint64 total, gint64 balance)
{
  RelanceInvoiceTotal *sum = NULL;

  for (guint i = 0; i < totals->len && sum == NULL; i++)
    if (strcmp (g_array_index (totals, RelanceInvoiceTotal, i).currency, currency) == 0)
      sum = &g_array_index (totals, RelanceInvoiceTotal, i);
  if (sum == NULL)
    {
      g_array_set_size (totals, totals->len + 1);
      sum = &g_array_index (totals, RelanceInvoiceTotal, totals->len - 1);
      g_strlcpy (sum->currency, currency, sizeof sum->currency);
    }
  sum->count++;
  sum->total += total;
  sum->balance += balance;
}

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const RelanceInvoiceTotal *one = a, *other = b;

  if (one->balance != other->balance)
    return one->balance < other->balance ? 1 : -1;
  return strcmp (one->currency, other->currency);
}

/**
 * relance_store_list_first:
 * @query: which ones, in what order; its search is folded already, its limit says how many
 *
 * Returns: (transfer full) (element-type gint64): the first rows, those of credit notes below zero
 */
GArray *
relance_store_list_first (RelanceStore *self,
                          const RelanceInvoiceQuery *query,
                          RelanceDate today,
                          GError **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *letters = query->search != NULL ? list_trigrams (query->search) : NULL;

  /* Most often a page is found at once, where the order begins. */
  ids = walk (self, query, today, error);
  if (ids == NULL || (int) ids->len >= query->limit)
    return g_steal_pointer (&ids);
  if (letters != NULL && self->listing.words_to == G_MAXINT64)
    return match (self, query, letters, today, error);
  return scan (self, query, today, error);
}

/**
 * relance_store_list_all:
 * @query: its limit and offset do not count
 * @ids: (out) (transfer full) (element-type gint64): every row, in order
 * @totals: (out) (transfer full) (element-type RelanceInvoiceTotal): by currency, most due first
 */
gboolean
relance_store_list_all (RelanceStore *self,
                        const RelanceInvoiceQuery *query,
                        RelanceDate today,
                        GArray **ids,
                        GArray **totals,
                        GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (RelanceInvoiceTotal));
  g_autoptr (RelanceStatement) statement =
    prepare (self, "listing-fit", query, relance_invoice_query_is_narrow (query), today, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  relance_statement_bind_int (statement, 13, -1);
  while (relance_statement_step (statement, &row, error))
    {
      gint64 id;

      if (!row)
        {
          g_array_sort (sums, compare_totals);
          *ids = g_steal_pointer (&all);
          *totals = g_steal_pointer (&sums);
          return TRUE;
        }
      id = relance_statement_get_int (statement, 0);
      g_array_append_val (all, id);
      add_to_total (sums, relance_statement_get_text (statement, 1),
                    relance_statement_get_int (statement, 2),
                    relance_statement_get_int (statement, 3));
    }
  return FALSE;
}

/**
 * relance_store_read_listed:
 * @ids: of rows, as relance_store_list_first() answers them
 *
 * Returns: (transfer full) (element-type RelanceInvoice): as many as there are still, in that order
 */
GPtrArray *
relance_store_read_listed (RelanceStore *self,
                           const gint64 *ids,
                           guint n_ids,
                           RelanceDate today,
                           GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n_ids, g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    {
      RelanceInvoice *row = NULL;
      gboolean read = ids[i] > 0 ? relance_store_get_invoice (self, ids[i], today, &row, error)
                                 : relance_store_get_credit_note (self, -ids[i], &row, error);

      if (!read)
        return NULL;
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}
