/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest file that a book keeps. */
#define RELANCE_DOCUMENT_MAX (25 * 1024 * 1024)

/**
 * RelanceDocument:
 * @id: of what ties it to its invoice
 * @invoice_id: 0 while it waits for an invoice that somebody types
 * @name: of the file, without its folders
 * @size: in bytes
 *
 * A file that is kept with an invoice, without its content.
 */
typedef struct
{
  gint64  id;
  gint64  invoice_id;
  char   *name;
  char   *media_type;
  gint64  size;
} RelanceDocument;

RelanceDocument *relance_document_copy (const RelanceDocument *self);
void             relance_document_free (RelanceDocument       *self);
GPtrArray       *relance_documents_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelanceDocument, relance_document_free)

G_END_DECLS
