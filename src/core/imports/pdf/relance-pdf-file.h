/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "relance-pdf-syntax.h"

G_BEGIN_DECLS

/**
 * RelancePdfObject:
 * @value: its bytes
 * @stream: (nullable): what is packed in it
 */
typedef struct
{
  RelancePdfSpan value;
  RelancePdfSpan stream;
} RelancePdfObject;

/**
 * RelancePdfFile:
 *
 * The objects of a PDF by number. What an object says is read where it stands.
 */
typedef struct _RelancePdfFile RelancePdfFile;

RelancePdfFile         *relance_pdf_file_new         (GBytes                  *bytes,
                                                      GCancellable            *cancellable,
                                                      GError                 **error);
guint                   relance_pdf_file_get_n       (RelancePdfFile          *self);
const RelancePdfObject *relance_pdf_file_get         (RelancePdfFile          *self,
                                                      guint                    index);
const RelancePdfObject *relance_pdf_file_look_up     (RelancePdfFile          *self,
                                                      gint64                   number);
const RelancePdfObject *relance_pdf_file_get_catalog (RelancePdfFile          *self);
RelancePdfSpan          relance_pdf_file_resolve     (RelancePdfFile          *self,
                                                      RelancePdfSpan           value);
gboolean                relance_pdf_file_unpack      (RelancePdfFile          *self,
                                                      const RelancePdfObject  *object,
                                                      gsize                    limit,
                                                      GBytes                 **bytes,
                                                      GError                 **error);
void                    relance_pdf_file_free        (RelancePdfFile          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelancePdfFile, relance_pdf_file_free)

G_END_DECLS
