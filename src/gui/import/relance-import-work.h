/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-desk.h"
#include "relance-import.h"

G_BEGIN_DECLS

/* How many rows of each fate a preview shows; the sums are always of all. */
#define RELANCE_IMPORT_PREVIEW_ROWS 100

/**
 * RelanceImportPreview:
 * @import: what was read, to be applied
 * @refusals: (element-type utf8): one sentence for each file that could not be read
 *
 * What the files hold, and what would become of it. Nothing is written yet.
 */
typedef struct
{
  RelanceImport       *import;
  RelanceImportCounts  counts;
  char                *summary;
  GPtrArray           *refusals;
  GPtrArray           *created;  /* RelanceImportItem, the first ones */
  GPtrArray           *changed;
  GPtrArray           *rejected;
} RelanceImportPreview;

/* @cancellable is its own, so that a cancelled import still tells how it ended. */
typedef struct
{
  RelanceImport *import;
  GCancellable  *cancellable;
} RelanceImportOrder;

typedef struct
{
  gint64  change;
  char   *summary;
  int     invoices;
  int     late;
  int     ready;   /* clients whose reminder can be reviewed */
} RelanceImportOutcome;

gpointer            relance_import_work_read    (RelanceBook           *book,
                                                 gpointer               files,
                                                 GCancellable          *cancellable,
                                                 GError               **error);
gpointer            relance_import_work_apply   (RelanceBook           *book,
                                                 gpointer               order,
                                                 GCancellable          *cancellable,
                                                 GError               **error);
void                relance_import_preview_free (RelanceImportPreview  *self);
RelanceImportOrder *relance_import_order_new    (RelanceImport         *import,
                                                 GCancellable          *cancellable);
void                relance_import_order_free   (RelanceImportOrder    *self);
void                relance_import_outcome_free (RelanceImportOutcome  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportPreview, relance_import_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportOutcome, relance_import_outcome_free)

G_END_DECLS
