/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-import-cards.h"
#include "relance-import-own.h"
#include "relance-import-plan.h"

G_BEGIN_DECLS

/**
 * RelanceImportOrder:
 * @rows: (element-type RelancePlannedRow)
 * @cards: (element-type RelancePlannedCard)
 * @documents: (element-type RelancePlannedDocument): those that wait for an invoice
 * @mappings: (element-type RelanceImportMapping)
 * @own: (nullable): an export of Relance
 * @detail: what the history says of the import: the names of its files
 * @expected_change: the last change of the book that all this was compared with
 * @progress: (nullable): called now and then
 *
 * What is to be written.
 */
typedef struct
{
  GPtrArray             *rows;
  GPtrArray             *cards;
  GPtrArray             *documents;
  GPtrArray             *mappings;
  RelanceImportOwn      *own;
  const char            *detail;
  gint64                 expected_change;
  RelanceImportProgress  progress;
  gpointer               progress_data;
} RelanceImportOrder;

gboolean relance_import_write (RelanceBook               *book,
                               const RelanceImportOrder  *order,
                               GCancellable              *cancellable,
                               gint64                    *change,
                               int                       *n_payments,
                               GError                   **error);

G_END_DECLS
