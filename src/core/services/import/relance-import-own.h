/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-import.h"
#include "relance-own-export.h"

G_BEGIN_DECLS

/* What of an export is new, what the book has already, and what is left out because the book has
 * it otherwise. @documents: those for invoices and credit notes that are there already; @late: those
 * of @invoices that are overdue. */
typedef struct
{
  int clients;
  int contacts;
  int invoices;
  int late;
  int credit_notes;
  int payments;
  int documents;
  int unchanged;
  int refused;
} RelanceImportOwnCounts;

/**
 * RelanceImportOwn:
 *
 * An export of Relance, compared with the book that it is read back into. What the book does not
 * have is added; what it has stays as it is.
 */
typedef struct _RelanceImportOwn RelanceImportOwn;

gboolean          relance_import_own_is_folder  (const char        *path);
RelanceImportOwn *relance_import_own_new_folder (RelanceBook       *book,
                                                 const char        *path,
                                                 GError           **error);
RelanceImportOwn *relance_import_own_new_json   (RelanceBook       *book,
                                                 GBytes            *bytes,
                                                 GError           **error);
void              relance_import_own_free       (RelanceImportOwn  *self);
const RelanceImportOwnCounts *
                  relance_import_own_get_counts (RelanceImportOwn  *self);
const char       *relance_import_own_get_summary (RelanceImportOwn *self);
GPtrArray        *relance_import_own_list_refused (RelanceImportOwn *self);
gboolean          relance_import_own_write      (RelanceImportOwn  *self,
                                                 RelanceBook       *book,
                                                 gint64             change,
                                                 GCancellable      *cancellable,
                                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImportOwn, relance_import_own_free)

G_END_DECLS
