/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-import-table.h"

G_BEGIN_DECLS

/**
 * RelanceImportContent:
 * @recognised: "cii", "ubl", "fec", "vcard", "csv" or "pdf"
 * @table: (nullable): invoices
 * @cards: (nullable) (element-type RelanceCard): clients and contacts
 * @is_pdf: whether the file is a PDF, with a @table or without
 *
 * What is in a file.
 */
typedef struct
{
  const char         *recognised;
  RelanceImportTable *table;
  GPtrArray          *cards;
  gboolean            is_pdf;
} RelanceImportContent;

gboolean relance_import_content_is_csv (GBytes                *bytes);
gboolean relance_import_content_read   (RelanceImportContent  *self,
                                        GBytes                *bytes,
                                        const GArray          *choices,
                                        const char            *currency,
                                        GCancellable          *cancellable,
                                        GError               **error);
void     relance_import_content_clear  (RelanceImportContent  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RelanceImportContent, relance_import_content_clear)

G_END_DECLS
