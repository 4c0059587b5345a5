/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "relance-book.h"

G_BEGIN_DECLS

typedef enum
{
  RELANCE_IMPORT_NEW = 1,
  RELANCE_IMPORT_CHANGED,
  RELANCE_IMPORT_UNCHANGED,
  RELANCE_IMPORT_REJECTED,
} RelanceImportFate;

#define RELANCE_TYPE_IMPORT_ITEM (relance_import_item_get_type ())
G_DECLARE_FINAL_TYPE (RelanceImportItem, relance_import_item, RELANCE, IMPORT_ITEM, GObject)

/* One row of the preview. @note: what changes, or why it is rejected, in the user's language. */
struct _RelanceImportItem
{
  GObject            parent_instance;

  char              *file;
  int                line;
  RelanceImportFate  fate;
  char              *number;
  char              *client;
  char              *email;
  RelanceDate        issued;
  RelanceDate        due;
  char               currency[4];
  gint64             total;
  gint64             paid;
  char              *note;
};

/* What an import would do, or did. */
typedef struct
{
  int created;
  int updated;
  int unchanged;
  int rejected;
  int clients_created;
  int payments_created;
} RelanceImportCounts;

typedef struct _RelanceImport RelanceImport;

RelanceImport             *relance_import_new        (void);
void                       relance_import_free       (RelanceImport  *self);
gboolean                   relance_import_map        (RelanceImport  *self,
                                                      const char     *column,
                                                      const char     *field,
                                                      GError        **error);
gboolean                   relance_import_read       (RelanceImport  *self,
                                                      RelanceBook    *book,
                                                      const char     *path,
                                                      GCancellable   *cancellable,
                                                      GError        **error);
gboolean                   relance_import_read_bytes (RelanceImport  *self,
                                                      RelanceBook    *book,
                                                      const char     *name,
                                                      GBytes         *bytes,
                                                      GCancellable   *cancellable,
                                                      GError        **error);
const RelanceImportCounts *relance_import_get_counts (RelanceImport  *self);
GPtrArray                 *relance_import_get_items  (RelanceImport     *self,
                                                      RelanceImportFate  fate,
                                                      int                limit);
char                      *relance_import_dup_summary (RelanceImport *self);
gboolean                   relance_import_apply      (RelanceImport  *self,
                                                      RelanceBook    *book,
                                                      GCancellable   *cancellable,
                                                      gint64         *change,
                                                      GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceImport, relance_import_free)

G_END_DECLS
