/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"
#include "relance-client-query.h"
#include "relance-invoice-query.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_EXPORT_FOLDER = 1, /* of CSV files */
  RELANCE_EXPORT_JSON,       /* one file with everything */
  RELANCE_EXPORT_CSV,        /* a list: of invoices, unless an order says clients */
} RelanceExportForm;

/* What was written. */
typedef struct
{
  gint64 clients;
  gint64 contacts;
  gint64 invoices;
  gint64 payments;
  gint64 documents;
  gint64 messages;
} RelanceExportCounts;

/* Called now and then on the thread that exports, with what part of it is done, from 0 to 1. */
typedef void (* RelanceExportProgress) (double   part,
                                        gpointer data);

/**
 * RelanceExportOrder:
 * @path: where to; %RELANCE_EXPORT_FOLDER makes the folder
 * @client_id: the one client it is about, or 0 for everything
 * @query: (nullable): for %RELANCE_EXPORT_CSV, which invoices in which order; %NULL for all
 * @clients: (nullable): for %RELANCE_EXPORT_CSV, which clients in which order, instead of invoices
 * @replace: whether somebody agreed that a file that is there is replaced
 * @progress: (nullable)
 */
typedef struct
{
  const char                *path;
  RelanceExportForm          form;
  gint64                     client_id;
  const RelanceInvoiceQuery *query;
  const RelanceClientQuery  *clients;
  gboolean                   replace;
  RelanceExportProgress      progress;
  gpointer                   progress_data;
} RelanceExportOrder;

RelanceExportForm relance_export_guess_form (const char                *path);
gboolean          relance_export_write      (RelanceBook               *book,
                                             const RelanceExportOrder  *order,
                                             RelanceExportCounts       *counts,
                                             GCancellable              *cancellable,
                                             GError                   **error);
void              relance_export_write_async (const char               *path,
                                             RelanceClock              *clock,
                                             const RelanceExportOrder  *order,
                                             GCancellable              *cancellable,
                                             GAsyncReadyCallback        callback,
                                             gpointer                   user_data);
gboolean          relance_export_write_finish (GAsyncResult            *result,
                                             GError                   **error);

G_END_DECLS
