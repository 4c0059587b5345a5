/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-store-listing.h"

#include "relance-statement.h"
#include "relance-store-invoices.h"
#include "relance-store-private.h"

#include <string.h>

/* A page is looked for among so many rows in order before anything else. */
#define ROWS_TO_WALK 1000

/* Where that is not enough, among so many times as many. */
#define WALKS_FURTHER 4

/* To find rows one by one takes as long as to look at so many each; few rows are always worth it. */
#define COST_OF_FINDING 8
#define ROWS_WORTH_FINDING 100

/* More letters of what is looked for find no fewer rows. */
#define MAX_TRIGRAMS 24

/* What more than so many sets of three letters begin with is in most rows. */
#define MAX_BEGINNINGS 100

/* Letters that no folded text has. */
#define NO_LETTERS "\"\001\001\001\""

typedef struct
{
  RelanceStore *store;
  const RelanceInvoiceQuery *query;
  RelanceDate today;
  char *letters; /* that the rows have; NULL when they are not looked for by them */
} Search;

static gboolean
has_client (const Search *self)
{
  return self->query->client_id != 0;
}

static gboolean
has_states (const Search *self)
{
  return relance_invoice_query_get_states (self->query) != RELANCE_INVOICE_STATES_EVERY;
}

static gboolean
has_currency (const Search *self)
{
  return self->query->currency[0] != '\0';
}

static gboolean
has_issued (const Search *self)
{
  return self->query->issued_from != RELANCE_DATE_NONE ||
         self->query->issued_to != RELANCE_DATE_NONE;
}

static gboolean
has_due (const Search *self)
{
  return self->query->due_from != RELANCE_DATE_NONE || self->query->due_to != RELANCE_DATE_NONE;
}

static gboolean
has_totals (const Search *self)
{
  return self->query->amount_from != RELANCE_AMOUNT_ANY ||
         self->query->amount_to != RELANCE_AMOUNT_ANY;
}

static gboolean
has_letters (const Search *self)
{
  return self->letters != NULL;
}

/* Ways to all rows that match, and to others, without a look at the whole listing. */
static const struct
{
  const char *query;
  gboolean (*narrows) (const Search *self);
} ways[] = {
  { "listing-among-client", has_client },     { "listing-among-states", has_states },
  { "listing-among-words", has_letters },     { "listing-among-issued", has_issued },
  { "listing-among-due", has_due },           { "listing-among-totals", has_totals },
  { "listing-among-currency", has_currency },
};

static const char *
get_sort_column (RelanceInvoiceSort sort)
{
  switch (sort)
    {
    case RELANCE_INVOICE_SORT_NUMBER:
      return "number";
    case RELANCE_INVOICE_SORT_CLIENT:
      return "client_key";
    case RELANCE_INVOICE_SORT_LABEL:
      return "label_key";
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

/* @among: a way, of @n_rows at most; else all rows, and with @looking not in the order of an index,
 * which pays only where most of them match. */
static RelanceStatement *
prepare (Search *self,
         const char *name,
         const char *among,
         gint64 n_rows,
         gboolean looking,
         GError **error)
{
  RelanceStatement *statement =
    relance_store_prepare_sorted (self->store, name, among, get_sort_column (self->query->sort),
                                  self->query->descending, looking, error);

  if (statement == NULL)
    return NULL;
  relance_store_bind_invoice_query (statement, self->query, self->today);
  if (among != NULL)
    relance_statement_bind_int (statement, 14, n_rows);
  if (relance_statement_count_values (statement) >= 15)
    relance_statement_bind_static (statement, 15, self->letters);
  return statement;
}

/* The first page of what matches among @n_rows rows of a way, -1 for all of them. */
static GArray *
list_page (Search *self, const char *among, gint64 n_rows, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = prepare (self, "listing-fit", among, n_rows, among == NULL, error);

  if (statement == NULL)
    return NULL;
  relance_statement_bind_int (statement, 13, self->query->limit);
  return relance_statement_list_ids (statement, error);
}

/* @most: is not counted beyond. */
static gboolean
count (Search *self, const char *among, gint64 most, gint64 *n_rows, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = prepare (self, "listing-count", among, most, FALSE, error);
  gboolean row;

  if (statement == NULL || !relance_statement_step (statement, &row, error))
    return FALSE;
  *n_rows = relance_statement_get_int (statement, 0);
  return TRUE;
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

/* What begins with the longest word, where no word has three letters; left out where too much does. */
static gboolean
list_beginnings (Search *self, GError **error)
{
  g_autoptr (RelanceStatement)
    statement = relance_store_prepare (self->store, "listing-letters", error);
  g_auto (GStrv) words = g_strsplit (self->query->search, " ", -1);
  g_autoptr (GString) letters = g_string_new (NULL);
  const char *longest = "";
  gboolean row = TRUE;
  int n = 0;

  if (statement == NULL)
    return FALSE;
  for (char **word = words; *word != NULL; word++)
    if (strlen (*word) > strlen (longest))
      longest = *word;
  relance_statement_bind_static (statement, 1, longest);
  relance_statement_bind_int (statement, 2, MAX_BEGINNINGS + 1);
  for (; row; n++)
    {
      if (!relance_statement_step (statement, &row, error))
        return FALSE;
      if (row && n > 0)
        g_string_append (letters, " OR");
      if (row)
        add_trigram (letters, relance_statement_get_text (statement, 0));
    }
  if (n <= MAX_BEGINNINGS + 1)
    self->letters = g_strdup (letters->len > 0 ? letters->str : NO_LETTERS);
  return TRUE;
}

static gboolean
find_letters (Search *self, GError **error)
{
  if (self->query->search == NULL || self->store->listing.words_to != G_MAXINT64)
    return TRUE;
  self->letters = list_trigrams (self->query->search);
  return self->letters != NULL || list_beginnings (self, error);
}

/* How many rows of a way are worth finding one by one. */
static gint64
get_rows_worth_finding (const Search *self)
{
  return MAX (self->store->listing.n_rows / COST_OF_FINDING, ROWS_WORTH_FINDING);
}

/* @most: rows, that a way may not have
 * @way: (out) (nullable): the one with the fewest */
static gboolean
find_way (Search *self, gint64 most, const char **way, GError **error)
{
  *way = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (ways) && self->store->listing.indexed; i++)
    {
      gint64 found;

      if (!ways[i].narrows (self))
        continue;
      if (!count (self, ways[i].query, most, &found, error))
        return FALSE;
      if (found < most)
        {
          *way = ways[i].query;
          most = found;
        }
    }
  return TRUE;
}

/* Where the order begins, then on a way that is short; where there is none, both further and further, so
 * that no more is looked at than some times what had to be; and at last everywhere. */
static GArray *
list_first (Search *self, GError **error)
{
  gint64 worth = get_rows_worth_finding (self);
  g_autoptr (GArray) ids = list_page (self, "listing-among-order", ROWS_TO_WALK, error);

  if (ids == NULL || (int) ids->len >= self->query->limit)
    return g_steal_pointer (&ids);
  if (!find_letters (self, error))
    return NULL;
  for (gint64 n_rows = ROWS_TO_WALK;; n_rows *= WALKS_FURTHER)
    {
      const char *way;

      if (!find_way (self, MIN (n_rows * WALKS_FURTHER, worth), &way, error))
        return NULL;
      if (way != NULL || n_rows * WALKS_FURTHER >= worth)
        return list_page (self, way, -1, error);
      g_clear_pointer (&ids, g_array_unref);
      ids = list_page (self, "listing-among-order", n_rows * WALKS_FURTHER, error);
      if (ids == NULL || (int) ids->len >= self->query->limit)
        return g_steal_pointer (&ids);
    }
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

static gboolean
list_all (Search *self, GArray **ids, GArray **totals, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (RelanceInvoiceTotal));
  g_autoptr (RelanceStatement) statement = NULL;
  const char *way;
  gboolean row;

  if (!find_letters (self, error) || !find_way (self, get_rows_worth_finding (self), &way, error))
    return FALSE;
  statement =
    prepare (self, "listing-fit", way, -1, relance_invoice_query_is_narrow (self->query), error);
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
  Search search = { self, query, today, NULL };
  GArray *ids;

  ids = list_first (&search, error);
  g_free (search.letters);
  return ids;
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
  Search search = { self, query, today, NULL };
  gboolean listed;

  listed = list_all (&search, ids, totals, error);
  g_free (search.letters);
  return listed;
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
