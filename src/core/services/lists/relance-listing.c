/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relance-listing.h"

#include "relance-store-listing.h"
#include "relance-text.h"

static char *
fold_search (const char *search)
{
  g_autofree char *folded = search != NULL ? relance_text_fold (search) : NULL;

  return folded != NULL && folded[0] != '\0' ? g_steal_pointer (&folded) : NULL;
}

static gpointer
copy_invoice_query (gconstpointer query)
{
  return relance_invoice_query_copy (query);
}

static RelanceInvoiceQuery *
fold_invoice_query (const RelanceInvoiceQuery *query)
{
  RelanceInvoiceQuery *folded = relance_invoice_query_copy (query);

  g_free (folded->search);
  folded->search = fold_search (query->search);
  return folded;
}

static GArray *
list_first_invoices (RelanceBook *book, gconstpointer query, int n, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoiceQuery) folded = fold_invoice_query (query);

  folded->limit = n;
  if (!relance_store_update_listing (store, error))
    return NULL;
  return relance_store_list_first (store, folded, relance_book_get_today (book), error);
}

static gboolean
list_all_invoices (RelanceBook *book,
                   gconstpointer query,
                   GArray **ids,
                   GArray **totals,
                   GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceInvoiceQuery) folded = fold_invoice_query (query);

  return relance_store_update_listing (store, error) &&
         relance_store_list_all (store, folded, relance_book_get_today (book), ids, totals, error);
}

static GPtrArray *
read_invoices (RelanceBook *book, const gint64 *ids, guint n_ids, GError **error)
{
  return relance_store_read_listed (relance_book_get_store (book), ids, n_ids,
                                    relance_book_get_today (book), error);
}

const RelanceListReader relance_invoices_reader = {
  .copy_query = copy_invoice_query,
  .free_query = (void (*) (gpointer)) relance_invoice_query_free,
  .list_first = list_first_invoices,
  .list_all = list_all_invoices,
  .read_rows = read_invoices,
};

static gpointer
copy_client_query (gconstpointer query)
{
  return relance_client_query_copy (query);
}

static GArray *
list_clients (RelanceBook *book, gconstpointer query, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autoptr (RelanceClientQuery) folded = relance_client_query_copy (query);

  g_free (folded->search);
  folded->search = fold_search (((const RelanceClientQuery *) query)->search);
  if (!relance_store_update_listing (store, error))
    return NULL;
  return relance_store_list_client_ids (store, folded, relance_book_get_today (book), error);
}

static GArray *
list_first_clients (RelanceBook *book, gconstpointer query, int n, GError **error)
{
  GArray *ids = list_clients (book, query, error);

  if (ids != NULL && (int) ids->len > n)
    g_array_set_size (ids, (guint) n);
  return ids;
}

static gboolean
list_all_clients (RelanceBook *book,
                  gconstpointer query,
                  GArray **ids,
                  GArray **totals,
                  GError **error)
{
  g_autoptr (GArray) all = list_clients (book, query, error);

  if (all == NULL)
    return FALSE;
  *totals = relance_store_sum_listed_clients (relance_book_get_store (book), all,
                                              ((const RelanceClientQuery *) query)->currency,
                                              relance_book_get_today (book), error);
  if (*totals == NULL)
    return FALSE;
  *ids = g_steal_pointer (&all);
  return TRUE;
}

static GPtrArray *
read_clients (RelanceBook *book, const gint64 *ids, guint n_ids, GError **error)
{
  return relance_store_read_listed_clients (relance_book_get_store (book), ids, n_ids,
                                            relance_book_get_today (book), error);
}

const RelanceListReader relance_clients_reader = {
  .copy_query = copy_client_query,
  .free_query = (void (*) (gpointer)) relance_client_query_free,
  .list_first = list_first_clients,
  .list_all = list_all_clients,
  .read_rows = read_clients,
};

static gpointer
copy_words (gconstpointer words)
{
  return g_strdup (words);
}

static gboolean
update_messages (RelanceStore *store, GError **error)
{
  return relance_store_update_listing (store, error) &&
         relance_store_update_listed_messages (store, error);
}

static GArray *
list_sent (RelanceBook *book, gconstpointer words, int limit, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);
  g_autofree char *folded = fold_search (words);

  return update_messages (store, error) ? relance_store_list_sent (store, folded, limit, error)
                                        : NULL;
}

static gboolean
list_all_sent (RelanceBook *book,
               gconstpointer words,
               GArray **ids,
               GArray **totals,
               GError **error)
{
  *ids = list_sent (book, words, -1, error);
  if (*ids == NULL)
    return FALSE;
  *totals = g_array_new (FALSE, FALSE, 1);
  return TRUE;
}

static GPtrArray *
read_messages (RelanceBook *book, const gint64 *ids, guint n_ids, GError **error)
{
  return relance_store_read_listed_messages (relance_book_get_store (book), ids, n_ids, error);
}

const RelanceListReader relance_sent_reader = {
  .copy_query = copy_words,
  .free_query = g_free,
  .list_first = list_sent,
  .list_all = list_all_sent,
  .read_rows = read_messages,
};

static GArray *
list_unsent (RelanceBook *book, gconstpointer nothing, int limit, GError **error)
{
  RelanceStore *store = relance_book_get_store (book);

  return update_messages (store, error) ? relance_store_list_unsent (store, limit, error) : NULL;
}

static gboolean
list_all_unsent (RelanceBook *book,
                 gconstpointer nothing,
                 GArray **ids,
                 GArray **totals,
                 GError **error)
{
  *ids = list_unsent (book, nothing, -1, error);
  if (*ids == NULL)
    return FALSE;
  *totals = g_array_new (FALSE, FALSE, 1);
  return TRUE;
}

const RelanceListReader relance_unsent_reader = {
  .copy_query = copy_words,
  .free_query = g_free,
  .list_first = list_unsent,
  .list_all = list_all_unsent,
  .read_rows = read_messages,
};

/**
 * relance_listing_update:
 *
 * Derives what changed in the book since the last time, of the whole book at first. Readers do so
 * themselves; a search that may be cancelled should not have to.
 */
gboolean
relance_listing_update (RelanceBook *book, GError **error)
{
  return relance_store_update_listing (relance_book_get_store (book), error);
}

/**
 * relance_listing_complete:
 * @complete: (out): whether nothing is left to do
 *
 * Does a little more of what makes long lists fast, after the first answer. Nobody waits for it: until
 * all is done, answers are the same but slower.
 */
gboolean
relance_listing_complete (RelanceBook *book, gboolean *complete, GError **error)
{
  return relance_store_complete_listing (relance_book_get_store (book), complete, error);
}
