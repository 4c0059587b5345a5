/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client-query.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

/**
 * RelanceListReader:
 * @list_first: the ids of the first rows of a query, @n at most (element-type gint64)
 * @list_all: the ids of all its rows, in order, and what they come to
 * @read_rows: (element-type GObject): the rows of some ids, as many as there are still
 *
 * How the rows of a long list are read: what lists sort and filter by is derived once and kept, see
 * relance-store-listing.h, and only rows that are looked at are read. @query is of the reader's own
 * kind; its search is as it was typed.
 */
typedef struct
{
  gpointer    (* copy_query) (gconstpointer   query);
  void        (* free_query) (gpointer        query);
  GArray     *(* list_first) (RelanceBook    *book,
                              gconstpointer   query,
                              int             n,
                              GError        **error);
  gboolean    (* list_all)   (RelanceBook    *book,
                              gconstpointer   query,
                              GArray        **ids,
                              GArray        **totals,
                              GError        **error);
  GPtrArray  *(* read_rows)  (RelanceBook    *book,
                              const gint64   *ids,
                              guint           n_ids,
                              GError        **error);
} RelanceListReader;

/* Of RelanceInvoiceQuery, rows of RelanceInvoice, totals of RelanceInvoiceTotal. */
extern const RelanceListReader relance_invoices_reader;

/* Of RelanceClientQuery, rows of RelanceClient, totals of RelanceClientTotal whose n_open is how many
 * clients owe. */
extern const RelanceListReader relance_clients_reader;

/* Of a string, what is searched as it was typed, or ""; rows of RelanceMessage without their letters, those
 * that left or never will, newest first; no totals. */
extern const RelanceListReader relance_sent_reader;

/* Of a string that says nothing, ""; rows of RelanceMessage without their letters, those of the outbox,
 * newest first; no totals. */
extern const RelanceListReader relance_unsent_reader;

gboolean relance_listing_update   (RelanceBook  *book,
                                    GError      **error);
gboolean relance_listing_complete (RelanceBook  *book,
                                   gboolean     *complete,
                                   GError      **error);

G_END_DECLS
