/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-book.h"

G_BEGIN_DECLS

/* What is done with the files that are kept with invoices: RelanceUseCase functions and their
 * request. */

/**
 * RelanceDocumentRequest:
 * @id: a document; of the invoice for relance_document_work_attach()
 * @file: (nullable): where it is, or is to be
 * @name: (nullable): what it is called when it is opened
 */
typedef struct
{
  gint64  id;
  GFile  *file;
  char   *name;
} RelanceDocumentRequest;

RelanceDocumentRequest *
         relance_document_request_new   (gint64                   id,
                                         GFile                   *file,
                                         const char              *name);
void     relance_document_request_free  (RelanceDocumentRequest  *self);
gpointer relance_document_work_attach   (RelanceBook             *book,
                                         gpointer                 request,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gpointer relance_document_work_remove   (RelanceBook             *book,
                                         gpointer                 request,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gpointer relance_document_work_give     (RelanceBook             *book,
                                         gpointer                 request,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gpointer relance_document_work_list_waiting (RelanceBook         *book,
                                         gpointer                 nothing,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gpointer relance_document_work_take     (RelanceBook             *book,
                                         gpointer                 request,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gpointer relance_document_work_extract  (RelanceBook             *book,
                                         gpointer                 request,
                                         GCancellable            *cancellable,
                                         GError                 **error);
gpointer relance_document_work_write    (RelanceBook             *book,
                                         gpointer                 request,
                                         GCancellable            *cancellable,
                                         GError                 **error);

G_END_DECLS
